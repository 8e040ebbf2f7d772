// SPDX-License-Identifier: Apache-2.0
import CSodium

/// RFC 4648 base64, strict both ways: one text per byte string, and nothing else decodes.
public enum Base64 {
  public enum Variant: Sendable {
    /// Standard alphabet, padded (signed notes, minisign).
    case standard
    /// Standard alphabet, no padding (age).
    case standardUnpadded
    /// URL alphabet, no padding (digests and everything of ours).
    case urlUnpadded

    var code: Int32 {
      switch self {
      case .standard: sodium_base64_VARIANT_ORIGINAL
      case .standardUnpadded: sodium_base64_VARIANT_ORIGINAL_NO_PADDING
      case .urlUnpadded: sodium_base64_VARIANT_URLSAFE_NO_PADDING
      }
    }
  }

  public static func encode(_ bytes: [UInt8], _ variant: Variant) -> String {
    String(decoding: text(of: bytes, variant), as: UTF8.self)
  }

  private static func text(of bytes: [UInt8], _ variant: Variant) -> [UInt8] {
    // With a zero at its end, as C has it.
    let capacity = sodium_base64_encoded_len(bytes.count, variant.code)
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) {
        guard let base = $0.baseAddress else { return }
        sodium_bin2base64(base, capacity, bytes, bytes.count, variant.code)
      }
      count = capacity - 1
    }
  }

  /// - Throws: ``SodiumError/invalidEncoding`` for anything but the one canonical encoding.
  public static func decode(_ text: some StringProtocol, _ variant: Variant) throws -> [UInt8] {
    let source = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: source.count / 4 * 3 + 3)
    var count = 0
    let capacity = output.count
    let status = source.withUnsafeBytes { source in
      sodium_base642bin(
        &output, capacity, source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count,
        nil, &count, nil, variant.code)
    }
    guard status == 0 else { throw SodiumError.invalidEncoding }
    output.removeLast(output.count - count)
    // libsodium's decoder stops early on some inputs; only the exact re-encoding is accepted.
    guard Self.text(of: output, variant) == source else { throw SodiumError.invalidEncoding }
    return output
  }
}
