// SPDX-License-Identifier: Apache-2.0

/// Little-endian integers, as every table of Format.md has them.
extension FixedWidthInteger {
  /// The bytes, least significant first.
  public var littleEndianBytes: [UInt8] {
    withUnsafeBytes(of: littleEndian) { Array($0) }
  }

  /// The integer that these bytes are; `nil` for another count.
  public init?(littleEndianBytes bytes: some Collection<UInt8>) {
    guard bytes.count == MemoryLayout<Self>.size else { return nil }
    self = 0
    for (index, byte) in bytes.enumerated() {
      self |= Self(truncatingIfNeeded: byte) << Self(truncatingIfNeeded: 8 * index)
    }
  }
}
