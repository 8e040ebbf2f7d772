// SPDX-License-Identifier: Apache-2.0

/// Every text of the program, by what it means; one table per language, which does not compile with a text
/// missing. Another language is one more folder beside `French` and `English`, and a case of ``Language``.
typealias Words =
  CommandWords & FailureWords & OptionWords & ServerWords & SharedWords & TerminalWords & ViewWords

/// In the person's language, chosen once.
let words: any Words = Language.current == .french ? French() : English()
