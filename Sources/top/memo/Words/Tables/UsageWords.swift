// SPDX-License-Identifier: Apache-2.0

/// What ArgumentParser would say in English, and how a value should have been written.
protocol UsageWords: Sendable {
  // MARK: UsageTranslation

  var helpCommands: String { get }
  func unknownOption(_ name: String) -> String
  func missingArgument(_ name: String) -> String
  func missingOptionValue(_ name: String) -> String
  var missingOption: String { get }
  func unexpectedArgument(_ name: String) -> String
  func unreadableOptionValue(_ value: String) -> String
  /// ArgumentParser's headings and sentences in help, with ours.
  var helpHeadings: [(english: String, ours: String)] { get }
  /// In place of « See 'memo help …' »; `nil` leaves it.
  var seeCommandHelp: String? { get }

  // MARK: UnknownCommand

  var unknownCommand: String { get }
  /// - Parameter names: commands, as they are typed; one or more.
  func didYouMean(_ names: [String]) -> String

  // MARK: TypedDate

  /// - Parameter readings: what to type, and what it says in words; one or more.
  func writeDate(_ readings: [(typed: String, words: String)]) -> String
}
