// SPDX-License-Identifier: Apache-2.0
import Evidence
import VaultKit

extension Trace {
  /// In a few words, for people.
  var words: String {
    switch self {
    case .location: say("lieu", "location")
    case .author: say("nom", "name")
    case .device: say("appareil", "device")
    case .network: say("adresse réseau", "network address")
    case .comment: say("texte caché", "hidden text")
    case .embedded: say("autre contenu inclus", "other content inside")
    case .software: say("logiciel", "software")
    case .unread: say("partie non examinée", "part not examined")
    }
  }
}

extension Set<Trace> {
  /// For scripts.
  var names: [String] { sorted().map(\.rawValue) }

  /// « lieu, appareil ».
  var words: String { sorted().map(\.words).joined(separator: ", ") }
}

extension AttachedPiece {
  var jsonObject: [String: Any] {
    var object = attachment.jsonObject
    object["traces"] = traces.names
    return object
  }
}

/// What is said when files are attached, and before they leave.
enum TraceLines {
  /// Calmly, on standard error: nothing has gone anywhere.
  static func tellAttached(_ pieces: [AttachedPiece]) {
    let told = pieces.filter { $0.traces.contains(where: \.holdsBack) }
    guard !told.isEmpty else { return }
    for piece in told {
      Output.error("\(Output.line(piece.attachment.name)) : \(piece.traces.words)")
    }
    Output.error(
      say(
        "  Gardé tel quel, ici seulement ; « memo export » le rappelle avant toute remise.",
        "  Kept as it is, here only; “memo export” says so again before anything is handed over."))
  }

  /// The pieces whose originals a dossier to be communicated would be without.
  static func tellBeforeExport(_ pieces: [PreparedExport.PieceTraces]) {
    for line in beforeExport(pieces) { Output.error(line) }
  }

  static func beforeExport(_ pieces: [PreparedExport.PieceTraces]) -> [String] {
    let head = say(
      "Ces pièces disent plus que ce qu'elles montrent :",
      "These pieces tell more than they show:")
    return [head]
      + pieces.map { piece in
        "  \(say("pièce", "piece")) \(piece.number), \(Output.line(piece.attachment.name)) : "
          + piece.traces.words
      }
  }
}

extension ExportResult {
  /// « Originaux gardés ici : 3, 4 ; copies sans métadonnées jointes : 3. »
  var withheldLine: String? {
    guard !withheld.isEmpty else { return nil }
    func numbers(_ pieces: [Withheld]) -> String {
      pieces.map { String($0.number) }.joined(separator: ", ")
    }
    let copies = withheld.filter(\.hasCopy)
    let copied =
      copies.isEmpty
      ? ""
      : say(" ; copies sans métadonnées jointes : ", "; copies without metadata included: ")
        + numbers(copies)
    return say("Originaux gardés ici (pièces) : ", "Originals kept here (pieces): ")
      + numbers(withheld) + copied + "."
  }

  func tracesObject(_ prepared: PreparedExport) -> [[String: Any]] {
    prepared.traces.map { piece in
      let kept = withheld.first { $0.number == piece.number }
      return [
        "piece": piece.number, "name": piece.attachment.name, "traces": piece.traces.names,
        "withheld": kept != nil, "copy": kept?.hasCopy ?? false,
      ]
    }
  }
}
