// SPDX-License-Identifier: Apache-2.0
import Dossier
import Evidence
import Remote
import TransparencyLog

extension ProofReport {
  var jsonObject: [String: Any] {
    var object = report.jsonObject
    object["statement"] =
      statement.map { statement -> [String: Any] in
        [
          "subject": statement.header.subject.description, "type": statement.header.type.rawValue,
          "recorded_at": statement.header.recordedAt.description,
          "sequence": Int(statement.header.sequence),
          "fields": statement.openings.map { ["name": $0.name.rawValue, "value": $0.shown] },
        ]
      } ?? JSONNull.value
    return object
  }

  var text: String { ([heading] + report.details(contents)).joined(separator: "\n") }

  private var heading: String {
    guard report.isKnownFormat else { return DossierReport.later }
    return switch report.verdict {
    case .wrong: words.proofHoldsSomethingFalse
    case nil: words.nothingFalseProof
    default:
      words.nothingFalseFoundPartNot
    }
  }

  /// The fields as they were recorded; nothing of what is false.
  private var contents: String {
    guard let statement else {
      return words.nothingShownWhatFalse
    }
    let header = statement.header
    let title =
      words.record + "\(header.subject) (\(header.type.rawValue))"
      + words.placeTail + "\(header.sequence)"
    let fields = statement.openings.sorted { $0.name.rawValue < $1.name.rawValue }.map {
      "  \($0.name.rawValue) : \(Output.line($0.shown))"
    }
    return ([title] + fields).joined(separator: "\n")
  }
}

extension Opening {
  /// A text as it is, anything else as JSON.
  fileprivate var shown: String {
    string ?? (try? CanonicalJSON.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
