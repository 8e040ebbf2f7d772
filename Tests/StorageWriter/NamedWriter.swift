// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncServer
import SyncServerSQLite
import TestSupport

/// Operations on eight names, chosen by a seed. Each is announced and acknowledged:
///
///     begin NAME VALUE · done NAME VALUE
///
/// The bytes follow from the value, `SIZE.NUMBER`; `-` is a deletion.
struct NamedWriter {
  private let storage: EmbeddedStorage
  private let task: Int
  private let seed: UInt64
  private var random: SmallRandom
  private var counter = 0

  init(storage: EmbeddedStorage, task: Int, seed: UInt64) {
    self.storage = storage
    self.task = task
    self.seed = seed
    random = SmallRandom(seed: seed &* 8 &+ UInt64(task))
  }

  mutating func step() async throws {
    counter += 1
    let name = "k/\(task)/\(Int.random(in: 0..<8, using: &random))"
    guard let key = ObjectKey(name) else { return }
    let there = try await storage.get(key)
    if there != nil, Int.random(in: 0..<6, using: &random) == 0 {
      StorageWriter.say("begin \(name) -")
      try await storage.delete(key)
      StorageWriter.say("done \(name) -")
      return
    }
    // About half are files.
    let size = Int.random(in: 0...(Bool.random(using: &random) ? 12_000 : 400_000), using: &random)
    let value = "\(size).\(seed)x\(task)x\(counter)"
    let bytes = Pattern.bytes(value, count: size)
    StorageWriter.say("begin \(name) \(value)")
    let version =
      if let there {
        try await storage.replace(key, bytes, ifMatch: there.version)
      } else {
        try await storage.putIfAbsent(key, bytes)
      }
    guard version != nil else { throw CocoaError(.coderInvalidValue) }
    StorageWriter.say("done \(name) \(value)")
  }
}
