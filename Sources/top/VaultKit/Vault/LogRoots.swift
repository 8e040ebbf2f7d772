// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import TransparencyLog
internal import VaultStore

/// The roots that a log's own rows give at some sizes: what heads from elsewhere are held against. The stored
/// range is not asked: whoever alters rows can alter it too.
struct LogRoots {
  private var roots: [UInt64: SHA256Digest] = [:]
  /// Whether a row is missing: a gap has a name of its own, and no root after it.
  private(set) var hasGap = false

  init(of log: LogID, at sizes: Set<UInt64>, in store: VaultStore) throws {
    guard let last = sizes.max() else { return }
    var range = CompactRange()
    try store.forEachRecord(of: log) { record in
      guard !hasGap, range.size < last else { return }
      guard record.sequence == range.size else { return hasGap = true }
      range.append(record.leaf)
      if sizes.contains(range.size) { roots[range.size] = range.root }
    }
  }

  /// `nil` when the log is shorter, or its rows have a gap before.
  subscript(size: UInt64) -> SHA256Digest? { roots[size] }
}
