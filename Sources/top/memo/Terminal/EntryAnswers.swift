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

  /// `false` for an answer that cannot be read.
  mutating func take(_ answer: String, for question: EntryQuestion) -> Bool {
    let isReadable =
      switch question.key {
      case "when": (try? EDTFDate(answer)) != nil || Self.isUnknown(answer)
      case "amount": (try? Amount(answer)) != nil || Self.isUnknown(answer)
      case "attach": Files.exists(answer) && !Files.isFolder(answer) && !Files.isLink(answer)
      default: true
      }
    guard isReadable else { return false }
    // « Je ne sais pas » to a date or a sum leaves the field empty.
    if ["when", "amount"].contains(question.key), Self.isUnknown(answer) { return true }
    texts[question.key, default: []].append(answer)
    return true
  }

  private static func isUnknown(_ answer: String) -> Bool {
    let plain = answer.lowercased().filter { $0.isLetter || $0 == " " }
    return ["je ne sais pas", "je ne sais plus", "sais pas", "i dont know", "no idea"].contains(
      plain)
  }

  /// As the object that `--stdin` takes.
  func fields() throws -> EntryOptions {
    var fields = try EntryOptions.none()
    var object: [String: Any] = [:]
    for (key, values) in texts where key != "attach" {
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
