// SPDX-License-Identifier: Apache-2.0
internal import Evidence
public import Hashing

/// How one piece goes into a dossier, where that is not simply its original.
public struct PieceHandling: Sendable {
  /// A copy, such as an image without its metadata. Only its size and hash are kept: the pages need them
  /// before any piece is written, and all copies at once would not fit in memory.
  public struct Copy: Sendable {
    public let size: UInt64
    public let sha256: SHA256Digest
    let make: @Sendable () throws -> [UInt8]

    /// - Parameter make: gives the same bytes each time; called once now, and once when they are written.
    public init(_ make: @escaping @Sendable () throws -> [UInt8]) throws {
      let bytes = try make()
      (size, sha256) = (UInt64(bytes.count), SHA256.hash(bytes))
      self.make = make
    }

    /// - Throws: ``DossierError/pieceMismatch`` when they are no longer the same.
    func bytes() throws -> [UInt8] {
      let bytes = try make()
      guard SHA256.hash(bytes) == sha256 else { throw DossierError.pieceMismatch }
      return bytes
    }
  }

  /// The original is not given; its SHA-256 still is, by its statement.
  public var isWithheld: Bool
  public var copy: Copy?

  public init(isWithheld: Bool = false, copy: Copy? = nil) {
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
        .init(path: copyPath.description, size: $0.size, sha256: $0.sha256)
      })
  }
}
