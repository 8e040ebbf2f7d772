// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One bar over all the files of a command.
struct PieceProgress: Sendable {
  private let bar: ProgressBar
  /// Bytes before each file.
  private let before: [UInt64]

  init(_ paths: [String], quiet: Bool) {
    var total: UInt64 = 0
    before = paths.map { path in
      defer {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        total += (attributes?[.size] as? NSNumber)?.uint64Value ?? 0
      }
      return total
    }
    bar = ProgressBar(words.pieces, total: total, quiet: quiet)
  }

  var update: @Sendable (Int, UInt64) -> Void {
    { [bar, before] index, bytes in
      bar.update((before.indices.contains(index) ? before[index] : 0) + bytes)
    }
  }

  func finish() { bar.finish() }
}
