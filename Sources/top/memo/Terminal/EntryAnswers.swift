// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import Foundation

/// What was answered so far, by question.
struct EntryAnswers {
  private var texts: [String: [String]] = [:]

  init() {}

  var isEmpty: Bool { texts.isEmpty }
  var paths: [String] { texts["attach"] ?? [] }

  func has(_ question: EntryQuestion) -> Bool { texts[question.key] != nil }

  // MARK: An account that is still being typed

  /// Not a key of any question.
  private static let unfinished = "_unfinished"

  func isUnfinished(_ question: EntryQuestion) -> Bool {
    texts[Self.unfinished]?.contains(question.key) == true
  }

  func unfinishedLines(_ question: EntryQuestion) -> [String] {
    guard isUnfinished(question), let text = texts[question.key]?.first else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  mutating func keepUnfinished(_ lines: [String], for question: EntryQuestion) {
    texts[question.key] = [lines.joined(separator: "\n")]
    texts[Self.unfinished] = [question.key]
  }

  /// `false` for an answer that cannot be read.
  mutating func take(_ answer: String, for question: EntryQuestion) -> Bool {
    // « Je ne sais pas » is an answer, and leaves the field empty.
    if question.key != "text", Self.isUnknown(answer) { return true }
    let isReadable =
      switch question.key {
      case "when": (try? EDTFDate(answer)) != nil
      case "amount": (try? Amount(answer)) != nil
      case "attach": Files.exists(answer) && !Files.isFolder(answer) && !Files.isLink(answer)
      default: true
      }
    guard isReadable else { return false }
    if isUnfinished(question) {
      texts[Self.unfinished] = nil
      texts[question.key] = nil
    }
    texts[question.key, default: []].append(answer)
    return true
  }

  private static func isUnknown(_ answer: String) -> Bool {
    let plain = answer.lowercased().filter { $0.isLetter || $0 == " " }
    return [
      "je ne sais pas", "je ne sais plus", "je sais pas", "je sais plus", "sais pas", "aucune idée",
      "i dont know", "dont know", "no idea",
    ].contains(plain.trimmingCharacters(in: .whitespaces)) || answer == "?"
  }

  /// As the object that `--stdin` takes.
  func fields() throws -> EntryOptions {
    var fields = try EntryOptions.none()
    var object: [String: Any] = [:]
    for (key, values) in texts where !["attach", Self.unfinished].contains(key) {
      object[key] = key == "who" ? values as Any : values.joined(separator: "\n") as Any
    }
    try fields.read(StdinObject(object, allowing: EntryOptions.keys))
    return fields
  }

  // MARK: Draft

  func encoded() throws -> [UInt8] { Array(try JSONEncoder().encode(texts)) }

  /// `nil` for a draft that another version made.
  init?(encoded bytes: [UInt8]) {
    guard let texts = try? JSONDecoder().decode([String: [String]].self, from: Data(bytes)),
      !texts.isEmpty
    else { return nil }
    self.texts = texts
  }

  /// To be recognized by whoever wrote it.
  var shown: String {
    EntryQuestion.all.flatMap { question in
      (texts[question.key] ?? []).map { "  \(question.text) \($0)" }
    }.joined(separator: "\n")
  }
}
