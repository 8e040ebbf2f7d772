// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// Heads as the server gives them back: with its cosignature, which says when it saw them.
extension Vault {
  func append(to log: LogID) throws -> LogAppend? { planned[log] }

  /// A head was taken; what came back is kept where it is ours, still the newest, and rightly cosigned.
  func appended(
    _ state: LogState, to id: LogID, _ link: ServerLink, _ report: SyncReport
  ) throws -> SyncReport {
    try VaultError.mapping {
      var report = report
      guard let append = planned.removeValue(forKey: id), let log = try store.state().log(id)
      else { return report }
      let copy = Self.memoryName(of: link)
      var memory = try self.memory(of: copy) ?? CopyMemory()
      let reached = try SignedCheckpoint(parsing: append.checkpoint).checkpoint.size
      memory.heads[id] = max(memory.heads[id] ?? 0, reached)
      try remember(memory, of: copy)
      guard state.device == log.device, state.size >= reached else {
        report.found(.serverAnswer, "\(id)")
        return report
      }
      // Where it is longer, another copy of its device went on: the next synchronisation tells.
      if log.size == state.size { try adopt(state.checkpoint, for: log, link, &report) }
      return report
    }
  }

  /// A boot record was taken: a server that shows less of them later was set back.
  func put(_ boot: BootName, _ link: ServerLink) throws {
    try VaultError.mapping {
      let copy = Self.memoryName(of: link)
      var memory = try self.memory(of: copy) ?? CopyMemory()
      memory.counter = max(memory.counter, boot.counter)
      try remember(memory, of: copy)
    }
  }

  /// Keeps a cosigned head in the place of the same head without it.
  func adopt(
    _ note: [UInt8], for log: StoredLog, _ link: ServerLink, _ report: inout SyncReport
  ) throws {
    let trusted = try TrustedState(store.state())
    guard let certificate = trusted.certificates[log.device],
      let head = try? SignedHead(
        note, of: Origin(vault: id, device: log.device, log: log.id), key: certificate.log),
      head.size == log.size, head.root == log.range.root
    else { return report.found(.serverAnswer, "\(log.id)") }
    if let problem = try Self.problem(ofCosignature: note, link) {
      return report.found(problem, "\(log.id)")
    }
    if log.device == device { report.cosigned += 1 }
    if note == log.checkpoint { return }
    let cosigned = StoredLog(
      id: log.id, device: log.device, range: log.range, checkpoint: note)
    var change = StoredChange()
    change.growths = [.init(log: cosigned, previousSize: log.size, records: [])]
    try store.commit(change)
    if log.id == self.log.id { self.log = cosigned }
  }

  /// `nil` where the server cosigned, with the key that it had when this vault was linked to it. Another key is told
  /// from no signature, because a server that moved may say so, and one that was taken over would.
  private static func problem(
    ofCosignature note: [UInt8], _ link: ServerLink
  ) throws -> Problem.Code? {
    let cosigner = try CosignatureVerifier(vkey: link.cosigner)
    let signed = try SignedCheckpoint(parsing: note)
    if (try? cosigner.verify(signed)) != nil { return nil }
    let others = signed.note.signatures.filter {
      $0.name != signed.checkpoint.origin && $0.keyID != cosigner.keyID
    }
    return others.isEmpty ? .serverCosignature : .serverKey
  }
}
