// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A minisign public key: "Ed" ‖ key id ‖ Ed25519 key.
public struct MinisignPublicKey: Hashable, Sendable {
  static let algorithm = Array("Ed".utf8)

  /// 8 bytes.
  public let keyID: [UInt8]
  public let key: Ed25519.PublicKey

  public init(keyID: [UInt8], key: Ed25519.PublicKey) {
    precondition(keyID.count == 8, "a minisign key id has 8 bytes")
    self.keyID = keyID
    self.key = key
  }

  /// From the base64 line, 56 characters.
  /// - Throws: ``ProofError/malformed``.
  public init(parsing string: String) throws {
    guard let bytes = try? Base64.decode(string, .standard), bytes.count == 42,
      Array(bytes[..<2]) == Self.algorithm, let key = try? Ed25519.PublicKey(Array(bytes[10...]))
    else { throw ProofError.malformed }
    self.init(keyID: Array(bytes[2..<10]), key: key)
  }

  /// From a two-line file.
  /// - Throws: ``ProofError/malformed``.
  public init(file bytes: [UInt8]) throws {
    guard bytes.count <= 4096, let text = String(validating: bytes, as: UTF8.self) else {
      throw ProofError.malformed
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, lines[2].isEmpty, lines[0].hasPrefix("untrusted comment: ") else {
      throw ProofError.malformed
    }
    try self.init(parsing: String(lines[1]))
  }

  /// The base64 line.
  public var string: String { Base64.encode(Self.algorithm + keyID + key.bytes, .standard) }

  /// The two-line file.
  public var file: [UInt8] {
    Array("untrusted comment: minisign public key\n\(string)\n".utf8)
  }
}
