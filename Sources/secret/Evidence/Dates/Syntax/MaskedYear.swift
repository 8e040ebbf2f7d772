// SPDX-License-Identifier: Apache-2.0

/// A year of four digits, some perhaps unspecified, before or after the year 0 (astronomical count).
struct MaskedYear: Hashable, Sendable {
  let isNegative: Bool
  let mask: DigitMask

  /// `nil` for `-0000`: the year 0 has no sign.
  init?(_ scanner: inout ByteScanner) {
    isNegative = scanner.take("-")
    guard let mask = scanner.takeMask(4), !isNegative || mask.exact != 0 else { return nil }
    self.mask = mask
  }

  /// The years it can mean, ascending; never empty.
  var ascending: some RandomAccessCollection<Int64> {
    let (isNegative, mask, count) = (isNegative, mask, mask.count)
    // A sign leaves out the year 0: -000X is -9 to -1.
    let skipped = isNegative && mask.value(at: 0) == 0 ? 1 : 0
    return (0..<count - skipped).lazy.map { index in
      isNegative ? -Int64(mask.value(at: count - 1 - index)) : Int64(mask.value(at: index))
    }
  }

  var exact: Int64? { mask.exact.map { isNegative ? -Int64($0) : Int64($0) } }
}
