// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A codex32 secret or share (BIP-93), always valid; its payload stays in guarded memory.
public struct Codex32String: Sendable {
  static let headerCount = 6
  static let identifierCount = 4
  static let longestShortPayload = 74
  static let longestPayload = 103
  /// The index of the secret itself: the symbol of `s`.
  static let secretIndex: UInt8 = 16

  public let flavour: Codex32Flavour
  /// 0, or how many shares give the secret: 2...9.
  public let threshold: Int
  /// Four symbols, 0...31.
  public let identifier: [UInt8]
  /// A symbol, 0...31; 16 (`s`) for the secret.
  public let shareIndex: UInt8
  /// Symbols, one a byte.
  let payload: SecretBytes

  /// - Throws: ``Codex32Error`` for values that no string has.
  init(
    flavour: Codex32Flavour, threshold: Int, identifier: [UInt8], shareIndex: UInt8,
    payload: SecretBytes
  ) throws {
    guard threshold == 0 || (2...9).contains(threshold) else { throw Codex32Error.wrongThreshold }
    guard shareIndex < GF32.count, threshold > 0 || shareIndex == Self.secretIndex else {
      throw Codex32Error.wrongShareIndex
    }
    guard identifier.count == Self.identifierCount, Self.isPayloadCount(payload.count) else {
      throw Codex32Error.wrongLength
    }
    self.flavour = flavour
    self.threshold = threshold
    self.identifier = identifier.map { $0 & 31 }
    self.shareIndex = shareIndex
    self.payload = payload
  }

  /// The secret itself, of 16 to 64 bytes, with zero pad bits.
  public init(
    secret: SecretBytes, flavour: Codex32Flavour, threshold: Int, identifier: [UInt8]
  ) throws {
    guard (16...64).contains(secret.count) else { throw Codex32Error.wrongLength }
    try self.init(
      flavour: flavour, threshold: threshold, identifier: identifier,
      shareIndex: Self.secretIndex, payload: Codex32Payload.symbols(of: secret))
  }

  public var isSecret: Bool { shareIndex == Self.secretIndex }

  /// The secret's bytes; pad bits are dropped, whatever they are (BIP-93, "Unshared Secret").
  /// - Throws: ``Codex32Error/notTheSecret`` for a share.
  public func secret() throws -> SecretBytes {
    guard isSecret else { throw Codex32Error.notTheSecret }
    return try Codex32Payload.bytes(of: payload)
  }

  /// 16 to 64 bytes, and at most four spare bits.
  static func isPayloadCount(_ count: Int) -> Bool {
    count <= longestPayload && count * 5 >= 16 * 8 && count * 5 % 8 <= 4
  }

  /// Threshold, identifier and index as symbols.
  var header: [UInt8] {
    let digit = UInt8(ascii: "0") + UInt8(threshold)
    return [Codex32Alphabet.symbol(of: digit) ?? 0] + identifier + [shareIndex]
  }
}
