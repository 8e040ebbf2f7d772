// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// Bech32 (BIP-173) of bytes, without its 90-character limit, which age drops.
///
/// A text is all upper or all lower case. Prefixes are given and returned in the case of the text,
/// because age tells its identities from its recipients by it.
public enum Bech32 {
  static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  static let separator = UInt8(ascii: "1")

  /// The text of `data`; in upper case when `hrp` is.
  /// - Throws: ``Bech32Error``, for a prefix that no text may have.
  public static func encode(hrp: String, data: [UInt8]) throws -> String {
    var text = [UInt8](repeating: 0, count: encodedCount(hrp: hrp, dataCount: data.count))
    try data.withUnsafeBytes { data in
      try text.withUnsafeMutableBytes { try encode(hrp: hrp, data: data, into: $0) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text of a secret, which is as secret.
  public static func encodeSecret(hrp: String, data: SecretBytes) throws -> SecretBytes {
    try SecretBytes(count: encodedCount(hrp: hrp, dataCount: data.count)) { output in
      try data.withUnsafeBytes { try encode(hrp: hrp, data: $0, into: output) }
    }
  }

  /// - Throws: ``Bech32Error``.
  public static func decode(_ text: some StringProtocol) throws -> (hrp: String, data: [UInt8]) {
    try Array(text.utf8).withUnsafeBytes { text in
      let view = try Bech32Text(text)
      let data = try [UInt8](unsafeUninitializedCapacity: view.byteCount) { output, count in
        try view.writeBytes(into: UnsafeMutableRawBufferPointer(output))
        count = view.byteCount
      }
      return (view.prefix, data)
    }
  }

  /// The bytes of a secret text that has this prefix, in this case.
  /// - Throws: ``Bech32Error``.
  public static func decodeSecret(
    _ text: UnsafeRawBufferPointer, hrp: String
  ) throws -> SecretBytes {
    let view = try Bech32Text(text)
    guard view.prefix == hrp else { throw Bech32Error.unexpectedPrefix }
    return try SecretBytes(count: view.byteCount) { try view.writeBytes(into: $0) }
  }

  /// The five-bit symbols, checksum removed: what BIP-173 itself defines, before any bytes.
  public static func symbols(of text: some StringProtocol) throws -> (hrp: String, [UInt8]) {
    try Array(text.utf8).withUnsafeBytes { text in
      let view = try Bech32Text(text)
      return (view.prefix, try (0..<view.symbolCount).map { try view.symbol(at: $0) })
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    isUpper(byte) ? byte | 0x20 : byte
  }

  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func encodedCount(hrp: String, dataCount: Int) -> Int {
    hrp.utf8.count + 1 + (dataCount * 8 + 4) / 5 + Bech32Checksum.symbolCount
  }

  private static func encode(
    hrp: String, data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws {
    let prefix = Array(hrp.utf8)
    guard !prefix.isEmpty else { throw Bech32Error.malformed }
    guard prefix.allSatisfy({ (33...126).contains($0) }) else { throw Bech32Error.invalidCharacter }
    let isUppercase = prefix.contains(where: isUpper)
    guard !(isUppercase && prefix.contains(where: isLower)) else { throw Bech32Error.mixedCase }
    var writer = Bech32Writer(output: output, prefix: prefix, isUppercase: isUppercase)
    writer.write(data)
    writer.finish()
  }
}
