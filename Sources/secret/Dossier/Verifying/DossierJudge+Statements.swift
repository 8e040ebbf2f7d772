// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import TransparencyLog

extension DossierJudge {
  /// Each statement: canonical, opened by nothing it does not list, nothing private, and in its place
  /// in a log that its device signed.
  mutating func judgeStatements() {
    guard let manifest else { return }
    for (index, leaf) in manifest.statements.enumerated() {
      judgeStatement(index + 1, leaf: leaf, manifest: manifest)
    }
    let count = manifest.statements.count
    for path in files.kept.keys.sorted()
    where path.hasPrefix(DossierPaths.statements) || path.hasPrefix(DossierPaths.proofs) {
      if !isNumbered(path, upTo: count) { wrong(.unlistedFile, path) }
    }
    if Set(manifest.statements).count != count { wrong(.wrongStatement, DossierPaths.dossier) }
    judgeChildren(manifest)
    judgeHeads(manifest)
  }

  /// The names of the three parts of a statement: paths in a dossier, members in a proof file.
  struct Parts {
    let header: String
    let openings: String
    let proof: String
  }

  private mutating func judgeStatement(
    _ n: Int, leaf: SHA256Digest, manifest: DossierManifest
  ) {
    let parts = Parts(
      header: DossierPaths.header(n), openings: DossierPaths.openings(n),
      proof: DossierPaths.proof(n))
    guard let header = files[parts.header] else { return wrong(.missingFile, parts.header) }
    guard let openings = files[parts.openings] else { return wrong(.missingFile, parts.openings) }
    guard let proof = files[parts.proof] else { return wrong(.missingFile, parts.proof) }
    // The leaf is of the bytes, whatever version they are of.
    guard MerkleTree.leafHash(header) == leaf else { return wrong(.wrongStatement, parts.header) }
    judge(header: header, openings: openings, proof: proof, parts, vault: manifest.vault)
  }

  mutating func judge(
    header: [UInt8], openings: [UInt8], proof: [UInt8], _ parts: Parts, vault: VaultID
  ) {
    let statement: Statement
    do {
      statement = try Statement(encodedHeader: header, encodedOpenings: openings)
    } catch EvidenceError.unknownVersion {
      return found(.unverifiable, .laterFormat, parts.header)
    } catch {
      return wrong(.wrongStatement, parts.header)
    }
    if statement.disclosesPrivate { wrong(.privateOpening, parts.openings) }
    guard Self.beginsItsLog(statement.header) else { return wrong(.wrongStatement, parts.header) }
    if !statement.openings.allSatisfy(Self.isShaped) { wrong(.wrongStatement, parts.openings) }
    judgeProof(proof, of: statement, parts, vault: vault)
    statements.append(statement)
  }

  /// A log begins with `log.opened` about itself, and no other statement is one.
  private static func beginsItsLog(_ header: StatementHeader) -> Bool {
    let isFirst = header.sequence == 0
    return isFirst == (header.type == .logOpened)
      && (!isFirst || header.subject.bytes == header.log.bytes)
  }

  /// What a vault reads leniently, because it is there to be read, and a dossier has no excuse for.
  private static func isShaped(_ opening: Opening) -> Bool {
    switch opening.name {
    case .name, .initials, .role, .phone, .email, .address, .note, .reason:
      opening.string != nil
    case .child, .organisation: opening.value == .boolean(true)
    default: true
    }
  }

  private mutating func judgeProof(
    _ bytes: [UInt8], of statement: Statement, _ parts: Parts, vault: VaultID
  ) {
    let header = statement.header
    guard let certificate = certificates[header.device] else {
      return wrong(.uncertifiedKey, parts.header)
    }
    let origin = Origin(vault: vault, device: header.device, log: header.log).description
    // Nobody signs an extra line or another spelling, and an extension says what no reader knows.
    guard let proof = try? TLogProof(parsing: bytes), proof.encoded == bytes, proof.extra == nil,
      proof.checkpoint.checkpoint.extensions.isEmpty,
      let verifier = try? NoteVerifier(name: origin, publicKey: certificate.log),
      proof.index == header.sequence, (try? proof.verify(leaf: header.leaf, by: verifier)) != nil
    else { return wrong(.wrongProof, parts.proof) }
    let checkpoint = proof.checkpoint.checkpoint
    if let known = headsByLog[header.log] {
      if known.checkpoint != checkpoint { wrong(.headsDisagree, parts.proof) }
    } else {
      headsByLog[header.log] = (header.device, checkpoint)
      notes[header.log] = proof.checkpoint
    }
    judgeRevocation(header, checkpoint, parts)
  }

  /// Whoever has a revoked device's key can sign another history: only the head that the revocation names
  /// is believed.
  private mutating func judgeRevocation(
    _ header: StatementHeader, _ checkpoint: Checkpoint, _ parts: Parts
  ) {
    guard let revocation = revocations[header.device] else { return }
    let last = revocation.logs.first { $0.log == header.log }
    if let last, last.size == checkpoint.size, last.root != checkpoint.root {
      wrong(.headsDisagree, parts.proof)
    } else if header.sequence >= last?.size ?? 0 || checkpoint.size != last?.size {
      found(.unproven, .beyondRevocation, parts.header)
    }
  }

  /// A child is shown by initials, in every version (Format.md §4.3).
  private mutating func judgeChildren(_ manifest: DossierManifest) {
    let contacts = statements.filter { $0.header.type == .contactSaved }
    let children = Set(contacts.filter { $0[.child] != nil }.map(\.header.subject))
    for contact in contacts where children.contains(contact.header.subject) {
      guard contact[.name] != nil, let n = manifest.statements.firstIndex(of: contact.header.leaf)
      else { continue }
      wrong(.privateOpening, DossierPaths.openings(n + 1))
    }
  }

  /// The signed digest of heads: equal to that of the heads shown, or it commits to others too.
  private mutating func judgeHeads(_ manifest: DossierManifest) {
    guard let signedHeads else { return }
    if signedHeads != DossierSource.digest(of: heads, dossier: manifest.id) {
      found(.notice, .headsNotShown, DossierPaths.signature)
    }
  }

  private func isNumbered(_ path: String, upTo count: Int) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let n = Int(name.prefix { $0 != "." }), (1...max(1, count)).contains(n), count > 0 else {
      return false
    }
    return [DossierPaths.header(n), DossierPaths.openings(n), DossierPaths.proof(n)].contains(path)
  }
}
