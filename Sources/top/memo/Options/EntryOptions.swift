// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import VaultKit

/// The fields of an entry, from options, standard input or questions.
struct EntryOptions: ParsableArguments {
  @Option(help: ArgumentHelp(words.shortTitle)) var title: String?
  @Option(
    help: ArgumentHelp(
      words.accountReadsStandardInput))
  var text: String?
  @Option(
    help: ArgumentHelp(
      words.whenEdtfDateEven))
  var when: String?
  @Option(help: ArgumentHelp(words.placeHelp)) var place: String?
  @Option(
    help: ArgumentHelp(
      words.kindEventMessageCall))
  var kind: String?
  @Option(
    help: ArgumentHelp(
      words.nameRoleContactRole, valueName: "ref:role"
    ))
  var who: [String] = []
  @Option(help: ArgumentHelp(words.exactWords)) var said: String?
  @Option(help: ArgumentHelp(words.whatYouFelt)) var felt: String?
  @Option(help: ArgumentHelp(words.whatYouThought))
  var thought: String?
  @Option(help: ArgumentHelp(words.whatDidYou))
  var effect: String?
  @Option(
    name: .customLong("private"),
    help: ArgumentHelp(words.privateNoteNeverDisclosed))
  var privateNote: String?
  @Option(help: ArgumentHelp(words.written, valueName: "self|helped|relative"))
  var writtenBy: String?
  @Option(help: ArgumentHelp(words.amountHelp)) var amount: String?
  @Option(help: ArgumentHelp(words.paid)) var paidTo: String?
  @Option(
    help: ArgumentHelp(
      words.languageAccountFrEn,
      valueName: "code"))
  var writtenIn: String?
  @Option(help: ArgumentHelp(words.tagNeverDisclosed)) var tag: [String] = []

  static let keys: Set<String> = [
    "title", "text", "when", "place", "kind", "who", "said", "felt", "thought", "effect", "private",
    "written-by", "amount", "paid-to", "tag", "attach", "lang", "reason", "nature", "partial",
  ]

  var isEmpty: Bool {
    Self.texts.allSatisfy { self[keyPath: $0.1] == nil } && who.isEmpty && tag.isEmpty
  }

  private static var texts: [(String, WritableKeyPath<EntryOptions, String?>)] {
    [
      ("title", \.title), ("text", \.text), ("when", \.when), ("place", \.place), ("kind", \.kind),
      ("said", \.said), ("felt", \.felt), ("thought", \.thought), ("effect", \.effect),
      ("private", \.privateNote), ("written-by", \.writtenBy), ("amount", \.amount),
      ("paid-to", \.paidTo), ("lang", \.writtenIn),
    ]
  }

  mutating func read(_ object: StdinObject) throws {
    for (key, path) in Self.texts {
      self[keyPath: path] = try object.string(key) ?? self[keyPath: path]
    }
    who += try object.strings("who")
    tag += try object.strings("tag")
  }

  /// `--text -`.
  mutating func readTextFromStandardInput() throws {
    if text == "-" { text = try StandardInput.text() }
  }

  /// Puts what was given into `entry`; an empty text removes a field.
  /// - Parameter language: `--lang`, which names the account's language where it is not one that the
  ///   program speaks.
  func apply(to entry: inout Evidence.Entry, people: [Person], language: String?) throws {
    func set(_ path: WritableKeyPath<Evidence.Entry, String?>, _ value: String?) {
      if let value { entry[keyPath: path] = value.isEmpty ? nil : value }
    }
    set(\.title, title)
    set(\.text, text)
    set(\.place, place)
    set(\.kind, kind)
    set(\.said, said)
    set(\.felt, felt)
    set(\.thought, thought)
    set(\.effect, effect)
    set(\.privateNote, privateNote)
    set(\.paidTo, paidTo)
    set(\.lang, writtenIn ?? language.flatMap { Language(rawValue: $0) == nil ? $0 : nil })
    if let when { entry.when = when.isEmpty ? nil : try Self.date(when, "when") }
    if let writtenBy { entry.writtenBy = writtenBy.isEmpty ? nil : try Self.writer(writtenBy) }
    if let amount { entry.amount = amount.isEmpty ? nil : try Amount(amount) }
    if !people.isEmpty { entry.who = people }
    if !tag.isEmpty { entry.tags = tag.filter { !$0.isEmpty } }
  }

  static func date(_ text: String, _ field: String) throws -> EDTFDate {
    do { return try EDTFDate(text) } catch {
      var failure = Failure(vault: .invalidField(field))
      failure.proposal = TypedDate.proposal(for: text)
      throw failure
    }
  }

  private static func writer(_ text: String) throws -> WrittenBy {
    guard let value = WrittenBy(rawValue: text) else {
      throw Failure(vault: .invalidField("written-by"))
    }
    return value
  }

  /// `REF:ROLE`; the last colon parts them.
  func people(in vault: Vault) async throws -> [Person] {
    try await Self.people(who, in: vault)
  }

  static func people(_ who: [String], in vault: Vault) async throws -> [Person] {
    var people: [Person] = []
    for text in who where !text.isEmpty {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let name = parts.count > 1 ? parts.dropLast().joined(separator: ":") : text
      let role = parts.count > 1 ? parts.last.flatMap { $0.isEmpty ? nil : $0 } : nil
      people.append(try await vault.person(name, role: role))
    }
    return people
  }
}
