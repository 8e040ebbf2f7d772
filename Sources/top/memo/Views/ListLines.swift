// SPDX-License-Identifier: Apache-2.0
import Remote
import Evidence
import Foundation
import Hashing
import Sodium
import VaultKit

/// What stands for an absent value, so that every key is there.
enum JSONNull {
  static var value: Any { NSNull() }
}

extension SHA256Digest {
  var hex: String { Hex.encode(bytes) }
}

extension EDTFDate {
  var shown: String { Language.current == .french ? french : english }
}

extension RecordedAt {
  var shown: String { Language.current == .french ? french : english }
}

extension Attachment {
  var jsonObject: [String: Any] {
    [
      "id": id.description, "name": name, "size": size, "sha256": sha256.hex,
      "media_type": mediaType, "nature": nature?.rawValue ?? JSONNull.value,
      "partial": partial ?? JSONNull.value,
    ]
  }

  var line: String {
    let missing = partial.map { words.missing + Output.line($0) } ?? ""
    return "\(Output.line(name))  \(size) \(words.bytes)\(missing)"
  }
}

extension EntrySummary {
  var jsonObject: [String: Any] {
    [
      "id": id.description, "when": when?.text ?? JSONNull.value, "title": title ?? JSONNull.value,
      "kind": kind ?? JSONNull.value, "recorded_at": recordedAt.description,
      "attachments": attachments,
    ]
  }

  var line: String {
    let pieces =
      attachments == 0
      ? ""
      : "  [\(attachments) \(attachments == 1 ? words.piece : words.pieces)]"
    let shownTitle = Output.line(title ?? words.untitled)
    return "\(id.description.prefix(8))  \(when?.shown ?? "—")  \(shownTitle)\(pieces)"
  }
}

extension SearchHit {
  var jsonObject: [String: Any] {
    var object: [String: Any]
    switch subject {
    case .entry(let summary): object = summary.jsonObject
    case .contact(let id, let name, let recordedAt):
      object = [
        "id": id.description, "when": JSONNull.value, "title": name, "kind": "contact",
        "recorded_at": recordedAt.description, "attachments": 0,
      ]
    }
    object["snippet"] = snippet
    return object
  }

  var line: String {
    switch subject {
    case .entry(let summary): "\(summary.line)\n    \(Output.line(snippet))"
    case .contact(let id, let name, _):
      "\(id.description.prefix(8))  \(words.contact)  \(Output.line(name))"
    }
  }
}
