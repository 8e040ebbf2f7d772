// SPDX-License-Identifier: Apache-2.0

/// A year and up to two numbers after it, split but not yet understood: `?2004-06~-11`.
struct DateParts {
  let year: MaskedYear
  /// Month or season, then day.
  let numbers: [DigitMask]
  /// What qualifies the year and each number.
  let qualifiers: [Qualifier]

  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = ByteScanner(bytes)
    var (before, after): ([Qualifier], [Qualifier]) = ([], [])
    before.append(scanner.takeQualifier())
    guard let year = MaskedYear(&scanner) else { return nil }
    after.append(scanner.takeQualifier())
    var numbers: [DigitMask] = []
    while !scanner.isAtEnd {
      guard numbers.count < 2, scanner.take("-") else { return nil }
      before.append(scanner.takeQualifier())
      guard let number = scanner.takeMask(2) else { return nil }
      after.append(scanner.takeQualifier())
      numbers.append(number)
    }
    self.year = year
    self.numbers = numbers
    // Before a component: that one. After it: that one and all to its left.
    qualifiers = before.indices.map { index in
      after[index...].reduce(before[index]) { $0.union($1) }
    }
  }
}
