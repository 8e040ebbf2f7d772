// SPDX-License-Identifier: Apache-2.0
import Sodium

/// The lines that every checkpoint starts with, whatever the log's hash function (tlog-checkpoint,
/// "Note text"), and the bytes that follow.
struct CheckpointBody {
  let origin: String
  let size: UInt64
  let hash: [UInt8]
  let rest: ArraySlice<UInt8>

  /// - Throws: ``NoteError/malformedCheckpoint``.
  init(parsing text: [UInt8]) throws {
    let lines = text.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, !lines[0].isEmpty,
      let origin = String(validating: lines[0], as: UTF8.self),
      let size = ASCIIDecimal.parse(lines[1]),
      let hash = try? Base64.decode(String(decoding: lines[2], as: UTF8.self), .standard),
      !hash.isEmpty
    else { throw NoteError.malformedCheckpoint }
    self.origin = origin
    self.size = size
    self.hash = hash
    rest = lines[3]
  }
}
