// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import SyncClient

/// Looks into what was fetched for pieces so large that their chunks are listed in chunks: those lists must be here
/// before the records are taken in, so that every chunk is accounted for.
struct PieceSurvey {
  let contents: CopyContents
  let keyRing: KeyRing

  func lists() throws -> [ChunkID] {
    var found: [ChunkID] = []
    for (log, names) in contents.listing.logs {
      guard let device = contents.logs[log]?.device else { continue }
      let reading = FrameReading(contents: contents, log: log)
      for name in names.segments {
        guard let segment = try reading.segment(name) else { continue }
        for (offset, frame) in segment.frames.enumerated() {
          let place = SealedRecord.Place(
            vault: contents.vault, log: log, sequence: segment.first + UInt64(offset),
            leaf: frame.leaf)
          guard let sealed = frame.sealed,
            let statement = try? SealedRecord.open(sealed, at: place, keyRing: keyRing),
            statement.header.device == device, statement.header.type == .entryAttached
          else { continue }
          found += Self.lists(of: statement)
        }
      }
    }
    return found
  }

  static func lists(of statement: Statement) -> [ChunkID] {
    statement.all(.attachmentSecret).compactMap { try? AttachmentSecret($0.value) }
      .flatMap { secret -> [ChunkID] in
        if case .list(let ids) = secret.chunks { ids } else { [] }
      }
  }
}
