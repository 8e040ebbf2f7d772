// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncServer
import SyncServerSQLite
import TestSupport

/// A process for tests to kill: works on an embedded store and says on standard output what it did.
///
///     StorageWriter write FOLDER SEED   puts, replacements and deletions without end, several at a time
///     StorageWriter fill FOLDER         puts large objects, then small ones, until the store has no room
///     StorageWriter hold FOLDER         opens it and waits to be killed
@main
struct StorageWriter {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { exit(64) }
    let storage = try EmbeddedStorage.open(arguments[1])
    say("ready")
    switch (arguments[0], arguments.count) {
    case ("write", 3): try await write(storage, seed: UInt64(arguments[2]) ?? 0)
    case ("fill", 2):
      try await fill(storage, "large", size: 300_000)
      try await fill(storage, "small", size: 9_000)
    case ("hold", 2): while true { try await Task.sleep(for: .seconds(60)) }
    default: exit(64)
    }
  }

  /// Each task has names of its own, so that what a name holds is known.
  private static func write(_ storage: EmbeddedStorage, seed: UInt64) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<4 {
        group.addTask {
          var writer = NamedWriter(storage: storage, task: task, seed: seed)
          while true { try await writer.step() }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func fill(_ storage: EmbeddedStorage, _ name: String, size: Int) async throws {
    for number in 0..<10_000 {
      guard let key = ObjectKey("fill/\(name)\(number)") else { return }
      do {
        _ = try await storage.putIfAbsent(key, Pattern.bytes("\(number)", count: size))
        say("done \(number)")
      } catch {
        // What was there is there, and nothing of what failed.
        let read = try? await storage.get(ObjectKey("fill/\(name)0") ?? key)
        say("\(name) \(error) \(try await storage.get(key) == nil) \(read?.bytes.count ?? -1)")
        return
      }
    }
  }

  /// One line, at once: what was said before the kill was said.
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Foundation.write(1, bytes, bytes.count)
  }
}
