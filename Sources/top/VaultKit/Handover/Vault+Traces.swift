// SPDX-License-Identifier: Apache-2.0
internal import Dossier
internal import Evidence
internal import Remote

extension Vault {
  /// The pieces that tell something, with the numbers that the dossier gives them.
  func traces(
    in source: DossierSource, _ pieces: [PieceID: FoldedEntry.Piece]
  ) throws -> [PreparedExport.PieceTraces] {
    guard !pieces.isEmpty else { return [] }
    return try DossierContent(source.shown.map(\.statement)).pieces.compactMap { numbered in
      guard let piece = pieces[numbered.attachment.id] else { throw DossierError.pieceMismatch }
      let traces = try traces(of: piece)
      guard !traces.isEmpty else { return nil }
      return .init(number: numbered.number, attachment: piece.attachment, traces: traces)
    }
  }

  /// What was stored when it was attached; a piece from before, or of an older scanner, is scanned now.
  private func traces(of piece: FoldedEntry.Piece) throws -> Set<Trace> {
    let stored = piece.secret?.traces
    if let stored, stored.isCurrent { return stored.found }
    let access = PieceRandomAccess(try reader(for: piece))
    return try TraceScanner.scan(
      mediaType: piece.attachment.mediaType, size: piece.attachment.size, read: access.bytes
    ).union(stored?.found ?? [])
  }

  /// Which originals stay here, and the copies that go in their place.
  func handling(of prepared: PreparedExport) throws -> [PieceID: PieceHandling] {
    guard prepared.purpose == .communication else { return [:] }
    var handling: [PieceID: PieceHandling] = [:]
    for piece in prepared.traces where piece.isHeldBack {
      let id = piece.attachment.id
      guard let folded = prepared.pieces[id] else { throw DossierError.pieceMismatch }
      handling[id] = PieceHandling(isWithheld: true, copy: try copy(of: folded))
    }
    return handling
  }

  private struct NoCopy: Error {}

  private func copy(of piece: FoldedEntry.Piece) throws -> PieceHandling.Copy? {
    let reader = try reader(for: piece)
    let beginning = try PieceRandomAccess(reader).bytes(0, 16)
    guard MetadataFreeCopy.isPossible(of: beginning, size: piece.attachment.size) else {
      return nil
    }
    do {
      return try PieceHandling.Copy {
        var original: [UInt8] = []
        original.reserveCapacity(Int(clamping: reader.attachment.size))
        try reader.read { original += $0 }
        guard let copy = MetadataFreeCopy.make(of: original) else { throw NoCopy() }
        return copy
      }
    } catch is NoCopy {
      return nil
    }
  }
}
