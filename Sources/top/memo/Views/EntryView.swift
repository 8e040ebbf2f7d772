// SPDX-License-Identifier: Apache-2.0
import Evidence
import Remote
import VaultKit

/// One entry as text and as JSON.
struct EntryView {
  let folded: FoldedEntry
  private let names: [SubjectID: String]

  init(_ folded: FoldedEntry, contacts: [FoldedContact]) {
    self.folded = folded
    names = Dictionary(
      uniqueKeysWithValues: contacts.map { ($0.id, $0.latest?.contact.name ?? "") })
  }

  private var entry: Entry { folded.latest?.entry ?? Entry() }

  private func name(_ person: Person) -> String {
    switch person.reference {
    case .name(let name): name
    case .contact(let id): names[id] ?? id.description
    }
  }

  // MARK: JSON

  var jsonObject: [String: Any] {
    var object = fields(of: entry)
    object["id"] = folded.id.description
    object["recorded_at"] = folded.revisions.first?.statement.header.recordedAt.description
    object["attachments"] = folded.pieces.map { piece in
      var object = piece.attachment.jsonObject
      object["traces"] = piece.secret?.traces?.found.names ?? JSONNull.value
      return object
    }
    object["revisions"] = folded.revisions.enumerated().map { index, revision in
      var item = fields(of: revision.entry)
      item["revision"] = index + 1
      item["reason"] = revision.reason ?? JSONNull.value
      item["recorded_at"] = revision.statement.header.recordedAt.description
      item["device"] = revision.statement.header.device.description
      item["current"] = folded.current.contains {
        $0.statement.header.leaf == revision.statement.header.leaf
      }
      return item
    }
    return object
  }

  private func fields(of entry: Entry) -> [String: Any] {
    let texts: [String: String?] = [
      "title": entry.title, "text": entry.text, "when": entry.when?.text, "place": entry.place,
      "kind": entry.kind, "said": entry.said, "felt": entry.felt, "thought": entry.thought,
      "effect": entry.effect, "private": entry.privateNote, "paid_to": entry.paidTo,
      "lang": entry.lang, "written_by": entry.writtenBy?.rawValue,
      "amount": entry.amount.map { "\($0.value) \($0.currency)" },
    ]
    var object: [String: Any] = texts.mapValues { $0 ?? JSONNull.value }
    object["tags"] = entry.tags
    object["who"] = entry.who.map { person in
      var item: [String: Any] = ["name": name(person), "role": person.role ?? JSONNull.value]
      if case .contact(let id) = person.reference { item["contact"] = id.description }
      return item
    }
    return object
  }

  // MARK: Text

  var text: String {
    var lines = [heading]
    lines += fieldLines(entry)
    if !folded.pieces.isEmpty {
      lines += ["", words.piecesLabel] + folded.pieces.map { "  " + $0.attachment.line }
    }
    if folded.current.count > 1 {
      lines += [
        "",
        words.twoVersionsWrittenUnaware,
      ]
    }
    if folded.revisions.count > 1 {
      lines += ["", words.revisions]
      lines += folded.revisions.enumerated().map { index, revision in
        let reason = revision.reason.map { " : \(Output.line($0))" } ?? ""
        let title = revision.entry.title.map { " « \(Output.line($0)) »" } ?? ""
        return "  \(index + 1). \(revision.statement.header.recordedAt.shown)\(title)\(reason)"
      }
    }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let when = entry.when?.shown ?? words.noDateGiven
    return "\(when) : \(Output.line(entry.title ?? words.untitled))"
  }

  private func fieldLines(_ entry: Entry) -> [String] {
    let people = entry.who.map { person in
      name(person) + (person.role.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
    let fields: [(String, String?)] = [
      (words.place, entry.place), (words.kindLabel, entry.kind),
      (words.people, people.isEmpty ? nil : people),
      (words.account, entry.text), (words.exactWords, entry.said),
      (words.felt, entry.felt), (words.thought, entry.thought),
      (words.effect, entry.effect),
      (words.amount, entry.amount.map { "\($0.value) \($0.currency)" }),
      (words.paid, entry.paidTo), (words.language, entry.lang),
      (words.written, entry.writtenBy?.rawValue),
      (words.tags, entry.tags.isEmpty ? nil : entry.tags.joined(separator: ", ")),
      (words.privateNote, entry.privateNote),
      (words.recorded, folded.revisions.first?.statement.header.recordedAt.shown),
      (words.id, folded.id.description),
    ]
    // Further lines are set in: a line of a text must not look like a field.
    return fields.compactMap { label, value in
      value.map { text in
        let lines = Output.safe(text).split(separator: "\n", omittingEmptySubsequences: false)
        return "\(label) : " + lines.joined(separator: "\n    ")
      }
    }
  }
}
