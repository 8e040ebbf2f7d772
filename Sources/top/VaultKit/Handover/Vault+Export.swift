// SPDX-License-Identifier: Apache-2.0
internal import Seal
internal import AgeFormat
internal import Dossier
internal import DurableFiles
internal import Evidence
internal import Hashing
internal import Remote
internal import Sodium
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Chooses what goes into a dossier and looks at what its pieces tell; writes nothing. Reads every record
  /// itself: never the search index.
  public func prepareExport(_ request: ExportRequest) throws -> PreparedExport {
    try VaultError.mapping {
      let (source, pieces, problems) = try dossierSource(request)
      return PreparedExport(
        traces: try traces(in: source, pieces), problems: problems, source: source, pieces: pieces,
        request: request)
    }
  }

  /// Writes a dossier to a new file, leaving no trace in the vault.
  /// - Parameter progress: bytes of pieces written, of how many.
  /// - Throws: ``VaultError/outputExists``; nothing is left at `path` when it fails.
  public func export(
    _ request: ExportRequest, to path: String,
    progress: @escaping (_ written: UInt64, _ total: UInt64) -> Void = { _, _ in }
  ) throws -> ExportResult {
    try export(prepareExport(request), to: path, progress: progress)
  }

  /// Writes what was prepared.
  public func export(
    _ prepared: PreparedExport, to path: String,
    progress: @escaping (_ written: UInt64, _ total: UInt64) -> Void = { _, _ in }
  ) throws -> ExportResult {
    try VaultError.mapping {
      try requireHere(prepared.pieces.values)
      var source = prepared.source
      source.handling = try handling(of: prepared)
      let writer = try DossierWriter(source)
      let total = writer.originals.reduce(UInt64(0)) { $0 + $1.attachment.size }
      let digest = try Self.writeNewFile(path) { output in
        let age = try AgeEncryptor(
          recipients: prepared.request.recipients.map(\.recipient), random: environment.random,
          output: output)
        try writer.write(
          pieces: { numbered, write in
            guard let piece = prepared.pieces[numbered.attachment.id] else {
              throw DossierError.pieceMismatch
            }
            try self.reader(for: piece).read { try $0.withUnsafeBytes(write) }
          }, progress: { progress($0, total) }, to: { try age.write($0) })
        try age.finish()
      }
      return ExportResult(
        dossier: source.id, path: path, sha256: Hex.encode(digest.bytes),
        entries: writer.content.entries.count,
        pieces: writer.content.pieces.count,
        withheld: writer.manifest.pieces.enumerated().filter(\.element.isWithheld).map {
          ExportResult.Withheld(number: $0.offset + 1, hasCopy: $0.element.copy != nil)
        }, problems: prepared.problems)
    }
  }

  /// Creates `path`, hands out its output, makes it durable and gives its SHA-256; removes it on failure.
  private static func writeNewFile(
    _ path: String, _ body: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws -> SHA256Digest {
    let file: OpenFile
    do { file = try OpenFile.creating(path) } catch FileError.alreadyExists {
      throw VaultError.outputExists
    } catch FileError.notFound {
      throw VaultError.outputFolderMissing
    }
    do {
      let hashed = HashedOutput(file)
      try body { try hashed.write($0) }
      try file.synchronize()
      return hashed.digest
    } catch {
      try? Files.remove(path)
      throw error
    }
  }

  // MARK: What is shown

  private func dossierSource(
    _ request: ExportRequest
  ) throws -> (DossierSource, [PieceID: FoldedEntry.Piece], [Problem]) {
    let state = try store.state()
    let trusted = try TrustedState(state)
    var all: [Statement] = []
    let problems = try forEachStatement { statement in
      // Where this device was revoked, what it wrote after cannot be proved to anyone.
      if trusted.accepts(statement.header) { all.append(statement) }
    }
    if !request.despiteDamage, let problem = problems.first { throw problem.code.damage }
    let fold = try Fold(all)
    let entries = try Self.select(request, from: fold)
    let shown = Self.statements(of: entries, fold: fold, all: request.isSelection ? false : true)
    let proofs = try proofs(for: shown, trusted: trusted)
    let disclosure = Disclosure(fold)
    let disclosed = try zip(shown, proofs).map {
      DossierSource.Shown(statement: try disclosure.filter($0), proof: $1)
    }
    let devices = Set(shown.map(\.header.device)).union([device])
    var source = DossierSource(
      id: try DossierID(random: environment.random), vault: id, device: device,
      dossierKey: keyRing.dossier, createdAt: environment.now(), shown: disclosed,
      devices: trusted.boot.devices.filter { devices.contains($0.id) }.map {
        DossierSource.Device(
          id: $0.id, certificate: $0.certificate, revocation: $0.revocation)
      }, heads: trusted.logs.map(\.head))
    source.purpose = request.purpose
    source.cover = request.cover
    source.recipients = request.recipients.map(\.text)
    source.selection.only = !request.only.isEmpty
    source.selection.since = request.since?.text
    source.selection.until = request.until?.text
    source.selection.tag = request.tag != nil
    if request.showCount { source.otherEntries = fold.entries.count - entries.count }
    let pieces = entries.flatMap(\.pieces).map { ($0.attachment.id, $0) }
    return (source, Dictionary(pieces, uniquingKeysWith: { first, _ in first }), problems)
  }

  private static func select(_ request: ExportRequest, from fold: Fold) throws -> [FoldedEntry] {
    let only = try Set(
      request.only.map { reference in
        let found = fold.entries.keys.filter { $0.description.hasPrefix(reference.lowercased()) }
        guard let id = found.first, !reference.isEmpty else { throw VaultError.notFound }
        guard found.count == 1 else { throw VaultError.ambiguous }
        return id
      })
    return fold.entries.values.filter { folded in
      guard let entry = folded.latest?.entry else { return false }
      if !only.isEmpty && !only.contains(folded.id) { return false }
      if let tag = request.tag, !entry.tags.contains(tag) { return false }
      guard request.since != nil || request.until != nil else { return true }
      return entry.when?.overlaps(since: request.since, until: request.until) ?? false
    }
  }

  /// All revisions of the entries chosen, their pieces, and the people they name (all people in a dossier
  /// of everything); by log and place.
  private static func statements(of entries: [FoldedEntry], fold: Fold, all: Bool) -> [Statement] {
    let named = Set(
      entries.flatMap { $0.revisions.flatMap(\.entry.who) }.compactMap { person -> SubjectID? in
        if case .contact(let id) = person.reference { id } else { nil }
      })
    let contacts = fold.contacts.values.filter { all || named.contains($0.id) }
    let statements =
      entries.flatMap(\.statements) + contacts.flatMap { $0.revisions.map(\.statement) }
    return statements.sorted {
      ($0.header.log, $0.header.sequence) < ($1.header.log, $1.header.sequence)
    }
  }

  /// A proof for each statement, in the same order; each log's leaves are read once.
  func proofs(for statements: [Statement], trusted: TrustedState) throws -> [TLogProof] {
    var levels: [LogID: (MerkleLevels, SignedCheckpoint)] = [:]
    for log in trusted.logs where statements.contains(where: { $0.header.log == log.id }) {
      var leaves: [SHA256Digest] = []
      try store.forEachRecord(of: log.id) { record in
        guard record.sequence == UInt64(leaves.count), record.sequence < log.size else {
          throw VaultError.damaged("record missing")
        }
        leaves.append(record.leaf)
      }
      guard MerkleLevels(leaves: leaves).root == log.range.root else {
        throw VaultError.damaged("log")
      }
      let checkpoint = try acceptedHead(of: log, trusted)
      guard checkpoint.checkpoint.size <= UInt64(leaves.count) else {
        throw VaultError.damaged("log")
      }
      let tree = MerkleLevels(leaves: Array(leaves.prefix(Int(checkpoint.checkpoint.size))))
      levels[log.id] = (tree, checkpoint)
    }
    return try statements.map { statement in
      guard let (tree, checkpoint) = levels[statement.header.log] else {
        throw VaultError.damaged("log")
      }
      let proof = try tree.inclusionProof(index: statement.header.sequence)
      return try TLogProof(index: proof.index, hashes: proof.hashes, checkpoint: checkpoint)
    }
  }
}

extension Vault {
  /// The head to prove against: of a revoked device's log that went on, the one that its revocation names, if it
  /// was kept.
  private func acceptedHead(of log: StoredLog, _ trusted: TrustedState) throws -> SignedCheckpoint {
    let size = trusted.acceptedSize(of: log)
    if size < log.size, let kept = try store.head(of: log.id, at: size),
      let certificate = trusted.certificates[log.device],
      let head = try? SignedHead(
        kept, of: Origin(vault: id, device: log.device, log: log.id), key: certificate.log),
      head.size == size,
      let named = trusted.revocations[log.device]?.logs.first(where: { $0.log == log.id }),
      named.root == head.root
    {
      return try SignedCheckpoint(parsing: kept)
    }
    return try SignedCheckpoint(parsing: log.checkpoint)
  }
}

/// Hashes what it writes.
private final class HashedOutput {
  private let file: OpenFile
  private var hasher = SHA256()

  init(_ file: OpenFile) { self.file = file }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    hasher.update(bytes)
    try file.write(bytes)
  }

  var digest: SHA256Digest { hasher.finalize() }
}
