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
      if log.size == reached { try adopt(state.checkpoint, for: log, link, &report) }
      return report
    }
  }

  /// Keeps a cosigned head in the place of the same head without it.
  func adopt(
    _ note: [UInt8], for log: StoredLog, _ link: ServerLink, _ report: inout SyncReport
  ) throws {
    if note == log.checkpoint {
      if log.device == device { report.cosigned += 1 }
      return
    }
    let trusted = try TrustedState(store.state())
    guard let certificate = trusted.certificates[log.device],
      let head = try? SignedHead(
        note, of: Origin(vault: id, device: log.device, log: log.id), key: certificate.log),
      head.size == log.size, head.root == log.range.root
    else { return report.found(.serverAnswer, "\(log.id)") }
    guard let cosigner = try? CosignatureVerifier(vkey: link.cosigner),
      let signed = try? SignedCheckpoint(parsing: note), (try? cosigner.verify(signed)) != nil
    else { return report.found(.serverCosignature, "\(log.id)") }
    let cosigned = StoredLog(
      id: log.id, device: log.device, range: log.range, checkpoint: note)
    var change = StoredChange()
    change.growths = [.init(log: cosigned, previousSize: log.size, records: [])]
    try store.commit(change)
    if log.id == self.log.id { self.log = cosigned }
    if log.device == device { report.cosigned += 1 }
  }

  func take(_ erasures: ErasureList, _ report: SyncReport) throws -> SyncReport { report }
}
