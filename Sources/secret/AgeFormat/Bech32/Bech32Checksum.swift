// SPDX-License-Identifier: Apache-2.0

/// The BCH checksum of BIP-173, fed one five-bit symbol at a time so that nothing is gathered.
struct Bech32Checksum {
  static let symbolCount = 6
  private static let generator: [UInt32] = [
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
  ]
  private var state: UInt32 = 1

  /// Starts with the prefix, expanded from its lower-case form.
  init(prefix: some Collection<UInt8>) {
    for byte in prefix { add(Bech32.lowercased(byte) >> 5) }
    add(0)
    for byte in prefix { add(Bech32.lowercased(byte) & 31) }
  }

  mutating func add(_ symbol: UInt8) {
    let top = state >> 25
    state = (state & 0x1ff_ffff) << 5 ^ UInt32(symbol)
    for (bit, value) in Self.generator.enumerated() where top >> UInt32(bit) & 1 == 1 {
      state ^= value
    }
  }

  /// True once prefix, data and checksum were all added.
  var isValid: Bool { state == 1 }

  /// The six symbols that make the text valid.
  func symbols() -> [UInt8] {
    var padded = self
    for _ in 0..<Self.symbolCount { padded.add(0) }
    let residue = padded.state ^ 1
    return (0..<Self.symbolCount).map { UInt8(residue >> UInt32(5 * (5 - $0)) & 31) }
  }
}
