// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
public import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Adds pieces to an entry, in one statement: all of them or none.
  /// - Parameters:
  ///   - progress: bytes read of the file at that place in the list; called from any thread.
  ///   - noticed: what each piece tells besides what it shows, once they are attached.
  /// - Throws: ``VaultError/file(_:index:)`` for a file that cannot be taken, and the vault is unchanged.
  public func attach(
    _ requests: [AttachRequest], to reference: String,
    progress: @escaping @Sendable (_ index: Int, _ bytes: UInt64) -> Void = { _, _ in },
    noticed: @Sendable ([AttachedPiece]) -> Void = { _ in }
  ) async throws -> [Attachment] {
    let entry = try VaultError.mapping { try resolve(reference, in: .entry) }
    let pieces = try await seal(requests, progress: progress)
    return try VaultError.mapping {
      try commit(
        [{ try self.attachedDraft(pieces, entry: entry, sequence: $0) }],
        adding: Self.change(adding: pieces))
      noticed(pieces.map(\.noticed))
      return pieces.map(\.attachment)
    }
  }

  /// A piece whose chunks are durable and that no statement names yet.
  struct SealedPiece {
    let attachment: Attachment
    let key: AttachmentKey
    let result: PieceSealer.Result

    var noticed: AttachedPiece {
      AttachedPiece(attachment: attachment, traces: result.traces.found)
    }
  }

  func seal(
    _ requests: [AttachRequest],
    progress: @escaping @Sendable (_ index: Int, _ bytes: UInt64) -> Void
  ) async throws -> [SealedPiece] {
    var sealed: [SealedPiece] = []
    for (index, request) in requests.enumerated() {
      sealed.append(try await seal(request, index: index) { progress(index, $0) })
    }
    return sealed
  }

  static func change(adding pieces: [SealedPiece]) -> StoredChange {
    var change = StoredChange()
    change.chunks = pieces.flatMap(\.result.written)
    return change
  }

  private func seal(
    _ request: AttachRequest, index: Int, progress: @escaping @Sendable (UInt64) -> Void
  ) async throws -> SealedPiece {
    if Files.isLink(request.path) { throw VaultError.file(.symbolicLink, index: index) }
    do {
      // A fresh key for every attempt: a nonce is never used twice.
      let key = try AttachmentKey(random: environment.random)
      let sealer = PieceSealer(key: key, vault: id, chunks: store.chunks, progress: progress)
      let result = try sealer.seal(request.path)
      let attachment = Attachment(
        id: try PieceID(random: environment.random), name: Files.name(of: request.path),
        mediaType: result.mediaType, size: result.size, sha256: result.sha256,
        nature: request.nature, partial: request.partial)
      return SealedPiece(attachment: attachment, key: key, result: result)
    } catch let error as FileError {
      throw Self.problem(error).map { VaultError.file($0, index: index) } ?? VaultError(error)
    } catch {
      throw VaultError(error)
    }
  }

  private static func problem(_ error: FileError) -> VaultError.FileProblem? {
    switch error {
    case .notFound: .missing
    case .permissionDenied: .unreadable
    case .notRegularFile: .notAFile
    case .changedWhileReading: .changedWhileReading
    case .alreadyExists, .busy, .diskFull, .disk: nil
    }
  }

  func attachedDraft(
    _ pieces: [SealedPiece], entry: SubjectID, sequence: UInt64
  ) throws -> StatementDraft {
    let fields = try pieces.enumerated().flatMap { order, piece in
      var attachment = piece.attachment
      attachment.order = order
      let wrap = try piece.key.wrapped(
        for: attachment.id, vault: id, log: log.id, sequence: sequence, keyRing: keyRing,
        random: environment.random)
      let secret = AttachmentSecret(
        id: attachment.id, key: wrap, chunks: piece.result.location, traces: piece.result.traces)
      return [
        (name: FieldName.attachment, value: try attachment.json()),
        (name: FieldName.attachmentSecret, value: try secret.json()),
      ]
    }
    return StatementDraft(.entryAttached, subject: entry, fields: fields)
  }

  // MARK: Reading

  func reader(for piece: FoldedEntry.Piece) throws -> PieceReader {
    guard let secret = piece.secret else { throw VaultError.damaged("attachment") }
    let header = piece.statement.header
    guard let record = try store.record(header.log, header.sequence), let sealed = record.sealed
    else { throw VaultError.damaged("record missing") }
    let key = try AttachmentKey(
      wrapped: secret.key, piece: secret.id, vault: id, log: header.log,
      sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing)
    return try PieceReader(
      piece.attachment, location: secret.chunks, key: key, vault: id, chunks: store.chunks)
  }

  func dataChunks(of piece: FoldedEntry.Piece) throws -> [ChunkID] {
    try reader(for: piece).dataChunks
  }

  /// Writes a piece's original bytes to a new file; nothing is left there when it fails.
  /// - Parameter name: of the piece, or its id, or an unambiguous beginning of that.
  /// - Throws: ``VaultError/pieceNotFound``, ``VaultError/outputExists``.
  public func save(_ name: String, of reference: String, to path: String) throws -> Attachment {
    try VaultError.mapping {
      let pieces = try entry(reference).pieces
      let exact = pieces.filter { $0.attachment.name == name }
      let found =
        exact.isEmpty
        ? pieces.filter { $0.attachment.id.description.hasPrefix(name) } : exact
      guard let piece = found.first else { throw VaultError.pieceNotFound }
      guard found.count == 1 else { throw VaultError.ambiguous }
      try requireHere([piece])
      try write(piece, to: path)
      return piece.attachment
    }
  }

  /// - Throws: ``VaultError/pieceElsewhere`` for one that was left where copies keep it, and was not fetched yet.
  func requireHere(_ pieces: some Collection<FoldedEntry.Piece>) throws {
    let left = leftChunks()
    guard !left.isEmpty else { return }
    for piece in pieces {
      guard let ids = try? dataChunks(of: piece) else { continue }
      if ids.contains(where: { left.contains($0) && store.chunks.size(of: $0) == nil }) {
        throw VaultError.pieceElsewhere
      }
    }
  }

  private func write(_ piece: FoldedEntry.Piece, to path: String) throws {
    let reader = try reader(for: piece)
    let file: OpenFile
    do { file = try OpenFile.creating(path) } catch FileError.alreadyExists {
      throw VaultError.outputExists
    } catch FileError.notFound {
      throw VaultError.outputFolderMissing
    }
    do {
      try reader.read { try file.write($0) }
      try file.synchronize()
    } catch {
      try? Files.remove(path)
      throw error
    }
  }
}
