// SPDX-License-Identifier: Apache-2.0
public import Dossier
public import Evidence
internal import Remote

/// A dossier that is ready to be written: what its pieces tell is known, so that the person can choose.
public struct PreparedExport: Sendable {
  /// A numbered piece, and what it tells besides what it shows.
  public struct PieceTraces: Sendable {
    /// As in the dossier.
    public let number: Int
    public let attachment: Attachment
    public let traces: Set<Trace>

    /// A dossier to be communicated is without this original.
    public var isHeldBack: Bool { traces.contains(where: \.holdsBack) }
  }

  /// The pieces that tell something, in order.
  public let traces: [PieceTraces]
  /// What of the vault could not be read, and so is missing or in an earlier version; empty unless that was
  /// asked for.
  public let problems: [Problem]
  var source: DossierSource
  let pieces: [PieceID: FoldedEntry.Piece]
  let request: ExportRequest

  /// `avocat` carries every original; `communication` none that tells where, who or with what.
  public var purpose: DossierManifest.Purpose {
    get { source.purpose }
    set { source.purpose = newValue }
  }
}
