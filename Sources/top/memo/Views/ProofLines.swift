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
    case .wrong: say("CETTE PREUVE CONTIENT DU FAUX.", "THIS PROOF HOLDS SOMETHING FALSE.")
    case nil: say("Rien de faux dans cette preuve.", "Nothing false in this proof.")
    default:
      say(
        "Rien de faux trouvé ; une partie n'est pas prouvée.",
        "Nothing false found; a part is not proven.")
    }
  }

  /// The fields as they were recorded; nothing of what is false.
  private var contents: String {
    guard let statement else {
      return say("Rien n'est montré de ce qui est faux.", "Nothing is shown of what is false.")
    }
    let header = statement.header
    let title =
      say("Inscription ", "Record ") + "\(header.subject) (\(header.type.rawValue))"
      + say(", rang ", ", place ") + "\(header.sequence)"
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
