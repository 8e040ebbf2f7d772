// SPDX-License-Identifier: Apache-2.0

/// `Z`, or hours and minutes east of UTC: `+01:00`, `+0100`, `+01`, from -12:00 to +14:00.
struct TimeShift: Hashable, Sendable {
  let minutes: Int

  /// U+2212, which ISO 8601 lets stand for the hyphen-minus.
  private static let minusSign: [UInt8] = [0xE2, 0x88, 0x92]

  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = ByteScanner(bytes)
    if scanner.take("Z") {
      minutes = 0
    } else {
      let isEast = scanner.take("+")
      guard isEast || scanner.take("-") || scanner.take(Self.minusSign),
        let size = Self.size(&scanner), size <= (isEast ? 14 : 12) * 60, isEast || size > 0
      else { return nil }
      minutes = isEast ? size : -size
    }
    guard scanner.isAtEnd else { return nil }
  }

  private static func size(_ scanner: inout ByteScanner) -> Int? {
    guard let hours = scanner.takeTwoDigits() else { return nil }
    if scanner.isAtEnd { return hours * 60 }
    _ = scanner.take(":")
    guard let minutes = scanner.takeTwoDigits(), minutes < 60 else { return nil }
    return hours * 60 + minutes
  }
}
