// SPDX-License-Identifier: Apache-2.0

/// `?` uncertain, `~` approximate, `%` both.
struct Qualifier: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let uncertain = Qualifier(rawValue: 1)
  static let approximate = Qualifier(rawValue: 2)
}
