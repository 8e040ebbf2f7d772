// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A minisign signature file. Its comments are to be believed only once ``verify(message:by:)``
/// returns, and the untrusted one never.
public struct MinisignSignature: Equatable, Sendable {
  /// "ED": Ed25519 over BLAKE2b-512 of the message.
  private static let prehashed: [UInt8] = [0x45, 0x44]
  private static let prehashCount = 64

  public let untrustedComment: String
  public let trustedComment: String
  /// 8 bytes.
  public let keyID: [UInt8]
  /// Whether the message is hashed before it is signed; legacy signatures cover it directly.
  public let isPrehashed: Bool
  /// Over the message.
  private let signature: [UInt8]
  /// Over `signature` and the trusted comment.
  private let globalSignature: [UInt8]

  /// - Throws: ``MinisignError``.
  public init(parsing file: [UInt8]) throws {
    let lines = try MinisignText.lines(of: file, count: 4)
    untrustedComment = try MinisignText.comment(
      lines[0], after: MinisignText.untrustedPrefix, maximum: MinisignText.maximumUntrustedLine)
    trustedComment = try MinisignText.comment(
      lines[2], after: MinisignText.trustedPrefix, maximum: MinisignText.maximumTrustedLine)
    let bytes = try MinisignText.bytes(lines[1], count: 10 + Ed25519.signatureCount)
    isPrehashed = bytes.starts(with: Self.prehashed)
    guard isPrehashed || bytes.starts(with: MinisignPublicKey.algorithm) else {
      throw MinisignError.unknownAlgorithm
    }
    keyID = Array(bytes[2..<10])
    signature = Array(bytes[10...])
    globalSignature = try MinisignText.bytes(lines[3], count: Ed25519.signatureCount)
  }

  private init(
    message: [UInt8], key: Ed25519.SigningKey, keyID: [UInt8], trustedComment: String,
    untrustedComment: String
  ) {
    isPrehashed = true
    self.keyID = keyID
    self.trustedComment = trustedComment
    self.untrustedComment = untrustedComment
    signature = key.sign(BLAKE2b.hash(message, count: Self.prehashCount))
    globalSignature = key.sign(signature + Array(trustedComment.utf8))
  }

  /// Signs, always prehashed.
  /// - Parameters:
  ///   - keyID: 8 bytes, those of the public key.
  ///   - trustedComment: one line, signed; at most 8173 bytes.
  ///   - untrustedComment: one line, not signed; at most 1003 bytes.
  /// - Throws: ``MinisignError/invalidKeyID``, ``MinisignError/invalidComment``.
  public static func sign(
    message: [UInt8], key: Ed25519.SigningKey, keyID: [UInt8], trustedComment: String,
    untrustedComment: String
  ) throws -> MinisignSignature {
    guard keyID.count == MinisignPublicKey.keyIDCount else { throw MinisignError.invalidKeyID }
    try MinisignText.check(
      trustedComment, after: MinisignText.trustedPrefix, maximum: MinisignText.maximumTrustedLine)
    try MinisignText.check(
      untrustedComment, after: MinisignText.untrustedPrefix,
      maximum: MinisignText.maximumUntrustedLine)
    return MinisignSignature(
      message: message, key: key, keyID: keyID, trustedComment: trustedComment,
      untrustedComment: untrustedComment)
  }

  /// The four lines of a `.minisig` file.
  public var encoded: [UInt8] {
    let algorithm = isPrehashed ? Self.prehashed : MinisignPublicKey.algorithm
    let lines = [
      MinisignText.untrustedPrefix + untrustedComment,
      Base64.encode(algorithm + keyID + signature, .standard),
      MinisignText.trustedPrefix + trustedComment,
      Base64.encode(globalSignature, .standard),
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Returns only when `publicKey` signed both the message and the trusted comment.
  /// - Throws: ``MinisignError/otherKey``, ``MinisignError/badSignature``,
  ///   ``MinisignError/badTrustedComment``.
  public func verify(message: [UInt8], by publicKey: MinisignPublicKey) throws {
    guard keyID == publicKey.keyID else { throw MinisignError.otherKey }
    let signed = isPrehashed ? BLAKE2b.hash(message, count: Self.prehashCount) : message
    guard publicKey.key.isValid(signature: signature, of: signed) else {
      throw MinisignError.badSignature
    }
    guard
      publicKey.key.isValid(
        signature: globalSignature, of: signature + Array(trustedComment.utf8))
    else { throw MinisignError.badTrustedComment }
  }

  /// Compared as bytes: Swift would call two spellings of an accented letter equal.
  public static func == (left: MinisignSignature, right: MinisignSignature) -> Bool {
    left.encoded == right.encoded
  }
}
