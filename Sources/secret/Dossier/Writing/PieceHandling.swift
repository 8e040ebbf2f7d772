// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing

/// How one piece goes into a dossier, where that is not simply its original.
public struct PieceHandling: Sendable {
  /// The original is not given; its SHA-256 still is, by its statement.
  public var isWithheld: Bool
  /// A copy, such as an image without its metadata; held in memory, so of an image's size.
  public var copy: [UInt8]?

  public init(isWithheld: Bool = false, copy: [UInt8]? = nil) {
    self.isWithheld = isWithheld
    self.copy = copy
  }
}

extension DossierContent.NumberedPiece {
  /// `data/pieces/piece-001-copie-<name>`.
  var copyPath: SafePath {
    SafePath.piece(number: number, original: "copie-" + attachment.name)
  }

  func manifest(_ handling: PieceHandling?) -> DossierManifest.Piece {
    DossierManifest.Piece(
      attachment: attachment.id, leaf: leaf, path: path.description,
      isWithheld: handling?.isWithheld ?? false,
      copy: handling?.copy.map {
        .init(path: copyPath.description, size: UInt64($0.count), sha256: SHA256.hash($0))
      })
  }
}
