// SPDX-License-Identifier: Apache-2.0
import Evidence
import VaultKit

extension Trace {
  /// In a few words, for people.
  var phrase: String {
    switch self {
    case .location: words.location
    case .author: words.nameTrace
    case .device: words.device
    case .network: words.networkAddress
    case .comment: words.hiddenText
    case .embedded: words.otherContentInside
    case .software: words.software
    case .unread: words.partNotExamined
    }
  }
}

extension Set<Trace> {
  /// For scripts.
  var names: [String] { sorted().map(\.rawValue) }

  /// « lieu, appareil ».
  var phrase: String { sorted().map(\.phrase).joined(separator: ", ") }
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
      Output.error("\(Output.line(piece.attachment.name)) : \(piece.traces.phrase)")
    }
    Output.error(
      words.keptHereOnlyMemo)
  }

  /// The pieces whose originals a dossier to be communicated would be without.
  static func tellBeforeExport(_ pieces: [PreparedExport.PieceTraces]) {
    for line in beforeExport(pieces) { Output.error(line) }
  }

  static func beforeExport(_ pieces: [PreparedExport.PieceTraces]) -> [String] {
    let head = words.piecesTellMoreThan
    return [head]
      + pieces.map { piece in
        "  \(words.piece) \(piece.number), \(Output.line(piece.attachment.name)) : "
          + piece.traces.phrase
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
      : words.copiesWithoutMetadataIncluded
        + numbers(copies)
    return words.originalsKeptHerePieces
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
