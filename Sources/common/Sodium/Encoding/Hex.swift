// SPDX-License-Identifier: Apache-2.0

/// Lower-case hexadecimal.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Accepts lower case only, so that a text has one form.
  /// - Throws: ``SodiumError/invalidEncoding``.
  public static func decode(_ text: some StringProtocol) throws -> [UInt8] {
    let source = Array(text.utf8)
    guard source.count.isMultiple(of: 2) else { throw SodiumError.invalidEncoding }
    return try stride(from: 0, to: source.count, by: 2).map { index in
      guard let high = digits.firstIndex(of: source[index]),
        let low = digits.firstIndex(of: source[index + 1])
      else { throw SodiumError.invalidEncoding }
      return UInt8(high << 4 | low)
    }
  }
}
