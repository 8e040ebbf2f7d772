// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A minisign signature file: the signature, and a trusted comment signed with it.
public struct MinisignSignature: Equatable, Sendable {
  static let legacy = Array("Ed".utf8)
  static let prehashed = Array("ED".utf8)
  static let untrustedPrefix = "untrusted comment: "
  static let trustedPrefix = "trusted comment: "
  static let sizeLimit = 16_384

  public let untrustedComment: String
  public let trustedComment: String
  /// 8 bytes.
  public let keyID: [UInt8]
  /// BLAKE2b-512 of the message was signed, rather than the message.
  public let isPrehashed: Bool
  let signature: [UInt8]
  let globalSignature: [UInt8]

  /// - Throws: ``ProofError/malformed``, ``ProofError/tooLarge``.
  public init(parsing bytes: [UInt8]) throws {
    guard bytes.count <= Self.sizeLimit else { throw ProofError.tooLarge }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ProofError.malformed }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count == 5, lines[4].isEmpty, lines[0].hasPrefix(Self.untrustedPrefix),
      lines[2].hasPrefix(Self.trustedPrefix),
      let signature = try? Base64.decode(lines[1], .standard), signature.count == 74,
      let global = try? Base64.decode(lines[3], .standard), global.count == 64,
      [Self.legacy, Self.prehashed].contains(Array(signature[..<2]))
    else { throw ProofError.malformed }
    untrustedComment = String(lines[0].dropFirst(Self.untrustedPrefix.count))
    trustedComment = String(lines[2].dropFirst(Self.trustedPrefix.count))
    guard Self.isComment(trustedComment), Self.isComment(untrustedComment) else {
      throw ProofError.malformed
    }
    isPrehashed = Array(signature[..<2]) == Self.prehashed
    keyID = Array(signature[2..<10])
    self.signature = Array(signature[10...])
    globalSignature = global
  }

  private init(
    keyID: [UInt8], signature: [UInt8], trusted: String, untrusted: String, global: [UInt8]
  ) {
    self.keyID = keyID
    self.signature = signature
    trustedComment = trusted
    untrustedComment = untrusted
    globalSignature = global
    isPrehashed = true
  }

  /// Signs prehashed.
  /// - Throws: ``ProofError/malformed`` for a comment with control characters.
  public static func sign(
    message: [UInt8], key: Ed25519.SigningKey, keyID: [UInt8], trustedComment: String,
    untrustedComment: String
  ) throws -> MinisignSignature {
    guard isComment(trustedComment), isComment(untrustedComment), keyID.count == 8 else {
      throw ProofError.malformed
    }
    let signature = key.sign(BLAKE2b.hash(message, count: 64))
    return MinisignSignature(
      keyID: keyID, signature: signature, trusted: trustedComment, untrusted: untrustedComment,
      global: key.sign(signature + Array(trustedComment.utf8)))
  }

  public var encoded: [UInt8] {
    let algorithm = isPrehashed ? Self.prehashed : Self.legacy
    return Array(
      """
      \(Self.untrustedPrefix)\(untrustedComment)
      \(Base64.encode(algorithm + keyID + signature, .standard))
      \(Self.trustedPrefix)\(trustedComment)
      \(Base64.encode(globalSignature, .standard))

      """.utf8)
  }

  /// The signature over the message and the one over the trusted comment.
  /// - Throws: ``ProofError/unknownKey``, ``ProofError/badSignature``.
  public func verify(message: [UInt8], by key: MinisignPublicKey) throws {
    guard key.keyID == keyID else { throw ProofError.unknownKey }
    let signed = isPrehashed ? BLAKE2b.hash(message, count: 64) : message
    guard key.key.isValid(signature: signature, of: signed),
      key.key.isValid(
        signature: globalSignature, of: signature + Array(trustedComment.utf8))
    else { throw ProofError.badSignature }
  }

  /// A tab is common in trusted comments; other controls could hide or move text.
  private static func isComment(_ text: String) -> Bool {
    text.utf8.count <= 8192
      && text.unicodeScalars.allSatisfy { $0 == "\t" || ($0.value >= 32 && $0.value != 127) }
  }
}
