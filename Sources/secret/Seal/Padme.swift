// SPDX-License-Identifier: Apache-2.0

/// Padmé (Nikitin et al., PoPETs 2019, section 4): a length keeps only the top bits of its mantissa,
/// so that a padded size gives away O(log log L) bits and costs at most 12 %.
public enum Padme {
  /// The smallest padded length that holds `length` bytes; saturates at `UInt64.max`, which no file
  /// reaches, instead of overflowing.
  public static func padded(_ length: UInt64) -> UInt64 {
    guard length >= 2 else { return length }
    let exponent = UInt64(bitWidthBelow(length))
    let mantissaBits = UInt64(bitWidthBelow(exponent)) + 1
    // For 2 and 3, S may exceed E: nothing to round.
    guard exponent > mantissaBits else { return length }
    let mask = (UInt64(1) << (exponent - mantissaBits)) - 1
    let (sum, overflow) = length.addingReportingOverflow(mask)
    return overflow ? .max : sum & ~mask
  }

  /// floor(log2(value)) for a value of at least 1.
  private static func bitWidthBelow(_ value: UInt64) -> Int {
    UInt64.bitWidth - 1 - value.leadingZeroBitCount
  }
}
