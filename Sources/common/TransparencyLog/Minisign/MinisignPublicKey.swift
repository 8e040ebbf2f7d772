// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A minisign public key: 8 bytes of id and an Ed25519 key.
public struct MinisignPublicKey: Hashable, Sendable {
  public static let keyIDCount = 8
  /// Signature algorithm of every key: "Ed".
  static let algorithm: [UInt8] = [0x45, 0x64]

  /// 8 bytes; minisign shows them as a little-endian number.
  public let keyID: [UInt8]
  public let key: Ed25519.PublicKey

  /// - Throws: ``MinisignError/invalidKeyID`` unless there are 8 bytes.
  public init(keyID: [UInt8], key: Ed25519.PublicKey) throws {
    guard keyID.count == Self.keyIDCount else { throw MinisignError.invalidKeyID }
    self.keyID = keyID
    self.key = key
  }

  /// - Parameter number: the key id as minisign shows it; its bytes are little-endian.
  public init(number: UInt64, key: Ed25519.PublicKey) {
    keyID = withUnsafeBytes(of: number.littleEndian) { Array($0) }
    self.key = key
  }

  /// Parses the base64 line, `RW…`.
  /// - Throws: ``MinisignError``.
  public init(parsing string: String) throws {
    let bytes = try MinisignText.bytes(
      string, count: 2 + Self.keyIDCount + Ed25519.publicKeyCount)
    guard bytes.starts(with: Self.algorithm) else { throw MinisignError.unknownAlgorithm }
    guard let key = try? Ed25519.PublicKey(Array(bytes[10...])) else {
      throw MinisignError.malformed
    }
    try self.init(keyID: Array(bytes[2..<10]), key: key)
  }

  /// The base64 line, without newline.
  public var string: String { Base64.encode(Self.algorithm + keyID + key.bytes, .standard) }

  /// Parses a `.pub` file: a comment that nobody should believe, and the base64 line.
  /// - Throws: ``MinisignError``.
  public init(file: [UInt8]) throws {
    let lines = try MinisignText.lines(of: file, count: 2)
    _ = try MinisignText.comment(
      lines[0], after: MinisignText.untrustedPrefix, maximum: MinisignText.maximumUntrustedLine)
    try self.init(parsing: lines[1])
  }

  /// A `.pub` file, byte for byte as minisign writes it.
  public var file: [UInt8] {
    let number = keyID.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // minisign prints a number, without leading zeros.
    let id = String(number, radix: 16, uppercase: true)
    return Array("\(MinisignText.untrustedPrefix)minisign public key \(id)\n\(string)\n".utf8)
  }
}
