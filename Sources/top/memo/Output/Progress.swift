// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// A bar on standard error, on a terminal only, once work takes more than half a second.
final class ProgressBar: Sendable {
  private let label: String
  private let total: UInt64
  private let isShown: Bool
  private let began = ContinuousClock.now
  private let lastPercent = Mutex<UInt64?>(nil)

  init(_ label: String, total: UInt64, quiet: Bool) {
    self.label = label
    self.total = total
    isShown = !quiet && isatty(STDERR_FILENO) == 1
  }

  func update(_ done: UInt64) { update(done, of: total) }

  /// Without a total, only what is done is said.
  func update(_ done: UInt64, of total: UInt64) {
    guard isShown, ContinuousClock.now - began > .milliseconds(500) else { return }
    let percent = total == 0 ? done : min(100, done * 100 / total)
    let changed = lastPercent.withLock { last in
      guard last != percent else { return false }
      last = percent
      return true
    }
    guard changed else { return }
    guard total > 0 else {
      return FileHandle.standardError.write(Data("\r\(label) \(done)".utf8))
    }
    let filled = Int(percent / 5)
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    FileHandle.standardError.write(Data("\r\(label) [\(bar)] \(percent) %".utf8))
  }

  func finish() {
    guard isShown, lastPercent.withLock({ $0 != nil }) else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
