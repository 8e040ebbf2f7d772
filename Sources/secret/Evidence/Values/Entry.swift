// SPDX-License-Identifier: Apache-2.0
internal import Remote
public import TransparencyLog

/// One entry as the person gave it. Every field may be absent: « je ne sais pas » is always an answer.
public struct Entry: Equatable, Sendable {
  public var title: String?
  public var text: String?
  /// When it happened; may be vague.
  public var when: EDTFDate?
  public var place: String?
  public var kind: String?
  /// Exact words.
  public var said: String?
  public var felt: String?
  public var thought: String?
  public var effect: String?
  public var writtenBy: WrittenBy?
  public var amount: Amount?
  public var paidTo: String?
  public var lang: String?
  public var who: [Person] = []
  /// Private: never leaves the vault.
  public var tags: [String] = []
  /// Private: never leaves the vault.
  public var privateNote: String?

  public init() {}

  /// The fields of a statement that logs or amends an entry.
  public func fields() throws -> [(name: FieldName, value: JSONValue)] {
    var fields: [(name: FieldName, value: JSONValue)] = Self.texts.compactMap { name, path in
      self[keyPath: path].map { (name, .string($0)) }
    }
    if let when { fields.append((.when, .string(when.text))) }
    if let writtenBy { fields.append((.writtenBy, .string(writtenBy.rawValue))) }
    if let amount { fields.append((.amount, try amount.json())) }
    fields += try who.map { (.who, try $0.json()) }
    fields += tags.map { (.tag, .string($0)) }
    return fields
  }

  /// From the openings that are there; a withheld one is simply absent.
  public init(_ statement: Statement) throws {
    for (name, path) in Self.texts {
      if let opening = statement[name] { self[keyPath: path] = try Self.string(opening) }
    }
    if let opening = statement[.when] {
      when = try? EDTFDate(Self.string(opening))
      guard when != nil else { throw EvidenceError.invalidField("when") }
    }
    if let opening = statement[.writtenBy] {
      writtenBy = WrittenBy(rawValue: try Self.string(opening))
    }
    amount = try statement[.amount].map { try Amount($0.value) }
    who = try statement.all(.who).map { try Person($0.value) }
    tags = try statement.all(.tag).map { try Self.string($0) }.sorted()
  }

  private static var texts: [(FieldName, WritableKeyPath<Entry, String?>)] {
    [
      (.title, \.title), (.text, \.text), (.place, \.place), (.kind, \.kind), (.said, \.said),
      (.felt, \.felt), (.thought, \.thought), (.effect, \.effect), (.paidTo, \.paidTo),
      (.lang, \.lang), (.privateNote, \.privateNote),
    ]
  }

  private static func string(_ opening: Opening) throws -> String {
    guard let text = opening.string else { throw EvidenceError.malformed }
    return text
  }
}
