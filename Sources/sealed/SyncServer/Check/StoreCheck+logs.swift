// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import TransparencyLog

extension StoreCheck {
  /// The log's root and size must follow from its segments, and its device must have signed them.
  /// - Returns: the segments that it names, dropped ones included.
  func checkLog(
    _ log: LogID, _ vault: VaultID, _ state: VaultState?, _ report: inout CheckReport
  ) async -> Set<ChunkID> {
    guard let key = try? Place.log(vault, log), var bytes = await bytes(of: key, &report) else {
      return []
    }
    while true {
      guard let record = try? LogRecord(encoded: bytes) else {
        report.add(.malformed, key)
        return []
      }
      var found = CheckReport()
      await checkSegments(record, log, vault, key, &found)
      if !found.isClean, let again = await self.bytes(of: key, &report), again != bytes {
        // A running server joined or erased meanwhile: what was missing is named no more.
        bytes = again
        continue
      }
      for problem in found.problems { report.add(problem.kind, problem.name) }
      if !isSigned(record, log, vault, state) { report.add(.stateDiffers, key) }
      return Set(record.parts.map(\.reference.id) + record.dropped)
    }
  }

  private func checkSegments(
    _ record: LogRecord, _ log: LogID, _ vault: VaultID, _ key: ObjectKey,
    _ report: inout CheckReport
  ) async {
    var range = CompactRange()
    for part in record.parts {
      guard let name = try? Place.blob(vault, .segments, part.reference.id) else { continue }
      guard let bytes = await bytes(of: name, &report) else {
        report.add(.missing, name)
        continue
      }
      guard let segment = try? Segment(encoded: bytes), segment.log == log,
        segment.name == part.reference.name, bytes.count == part.size
      else {
        report.add(.malformed, name)
        continue
      }
      for frame in segment.frames { range.append(frame.leaf) }
    }
    if range != record.range { report.add(.stateDiffers, key) }
  }

  private func isSigned(
    _ record: LogRecord, _ log: LogID, _ vault: VaultID, _ state: VaultState?
  ) -> Bool {
    guard let certificate = state?.devices[record.device]?.certificate,
      let head = try? SignedHead(
        record.checkpoint, of: Origin(vault: vault, device: record.device, log: log),
        key: certificate.log)
    else { return false }
    guard head.size == record.size, head.root == record.range.root else { return false }
    guard let cosigner else { return true }
    return (try? cosigner.verify(SignedCheckpoint(parsing: record.checkpoint))) != nil
  }
}
