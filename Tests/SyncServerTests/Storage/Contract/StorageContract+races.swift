// SPDX-License-Identifier: Apache-2.0
import SyncServer
import TestSupport
import Testing

extension StorageContract {
  static let races: [Clause] = [
    Clause("of 64 who create one name, one does, and its bytes are read", "create") {
      try await $0.racesToCreate(size: 40)
    },
    Clause("the same with large objects", "createlarge") {
      try await $0.racesToCreate(size: 40_000)
    },
    Clause("of 32 who replace one version, one does", "swap") { try await $0.racesToReplace() },
    Clause("32 who each add to one object lose nothing", "count") { try await $0.counts() },
    Clause("a reader never sees half an object", "half") { try await $0.readsWhole() },
    Clause("who creates and who deletes leave one or none", "undo") {
      try await $0.racesToDelete()
    },
  ]

  private func racesToCreate(size: Int) async throws {
    for round in 0..<3 {
      let key = try key("r\(round)")
      let winners = try await winners(of: 64) { number in
        try await storage.putIfAbsent(key, Pattern.bytes("\(number)", count: size + number))
      }
      #expect(winners.count == 1)
      let (number, version) = try #require(winners.first)
      let bytes = Pattern.bytes("\(number)", count: size + number)
      #expect(try await storage.get(key) == StoredObject(bytes: bytes, version: version))
    }
  }

  private func racesToReplace() async throws {
    let key = try key("a")
    var version = try #require(try await storage.putIfAbsent(key, [0]))
    for round in 0..<3 {
      let before = version
      let winners = try await winners(of: 32) { number in
        try await storage.replace(
          key, Pattern.bytes("\(round) \(number)", count: 50_000 * round + 20), ifMatch: before)
      }
      #expect(winners.count == 1)
      let (number, won) = try #require(winners.first)
      let bytes = Pattern.bytes("\(round) \(number)", count: 50_000 * round + 20)
      #expect(try await storage.get(key) == StoredObject(bytes: bytes, version: won))
      version = won
    }
  }

  /// Reading, adding and replacing until it is done, as servers do with a log.
  private func counts() async throws {
    let key = try key("a")
    _ = try await storage.putIfAbsent(key, [])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in UInt8(0)..<32 {
        group.addTask {
          while true {
            let read = try #require(try await storage.get(key))
            let sum = read.bytes + [number]
            if try await storage.replace(key, sum, ifMatch: read.version) != nil { return }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await storage.get(key)?.bytes.sorted() == Array(UInt8(0)..<32))
  }

  private func readsWhole() async throws {
    let key = try key("a")
    // Each is of one byte only, so that a mixture shows.
    let sizes = [1, 9_000, 700_000, 0, 16_385, 80]
    var version = try #require(try await storage.putIfAbsent(key, [0]))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<25 {
            let bytes = try #require(try await storage.get(key)).bytes
            let byte = bytes.first ?? 3
            #expect(bytes.count == sizes[Int(byte) % sizes.count], "\(bytes.count) of \(byte)")
            #expect(bytes.allSatisfy { $0 == byte })
          }
        }
      }
      for step in 1..<30 {
        let bytes = [UInt8](repeating: UInt8(step % sizes.count), count: sizes[step % sizes.count])
        version = try #require(try await storage.replace(key, bytes, ifMatch: version))
      }
      try await group.waitForAll()
    }
  }

  private func racesToDelete() async throws {
    let (key, large) = (try key("a"), Pattern.bytes("a", count: 30_000))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<24 {
        group.addTask {
          if number.isMultiple(of: 2) {
            _ = try await storage.putIfAbsent(key, large)
          } else {
            try await storage.delete(key)
          }
          let read = try await storage.get(key)
          #expect(read == nil || read?.bytes == large)
        }
      }
      try await group.waitForAll()
    }
    try await storage.delete(key)
    #expect(try await storage.get(key) == nil)
  }

  /// Those to whom `attempt` gave a version, all begun at once.
  private func winners(
    of count: Int, _ attempt: @escaping @Sendable (Int) async throws -> ObjectVersion?
  ) async throws -> [(Int, ObjectVersion)] {
    try await withThrowingTaskGroup(of: (Int, ObjectVersion)?.self) { group in
      for number in 0..<count {
        group.addTask { try await attempt(number).map { (number, $0) } }
      }
      return try await group.reduce(into: []) { if let winner = $1 { $0.append(winner) } }
    }
  }
}
