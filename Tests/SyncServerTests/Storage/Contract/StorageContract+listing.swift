// SPDX-License-Identifier: Apache-2.0
import SyncServer
import Testing

extension StorageContract {
  static let listing: [Clause] = [
    Clause("lists names in the order of their bytes", "order") { try await $0.listsInOrder() },
    Clause("a prefix may end anywhere", "prefix") { try await $0.listsPrefixes() },
    Clause("a prefix that no name can have finds nothing", "noname") {
      try await $0.listsNoOddPrefix()
    },
    Clause("begins above a name, whether or not it is there", "after") {
      try await $0.listsAfter()
    },
    Clause("pages over more than a thousand names", "pages") { try await $0.pages() },
  ]

  @discardableResult
  private func put(_ names: [String]) async throws -> [String] {
    for name in names {
      let size = name.utf8.count
      #expect(try await storage.putIfAbsent(key(name), [UInt8](repeating: 1, count: size)) != nil)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func listsInOrder() async throws {
    let sorted = try await put([
      "b0", "a/b/c", "a/b0", "z9", "a/10", "a/9", "a/1", "0", "aa/a", "zz", "b/a/a/a", "a/b/0",
      "ab",
      "n/0-b", "n/0-a", "n/00-a", "n/0", "-",
    ])
    for limit in [1, 2, 5, 100, 1000] {
      #expect(try await names(limit: limit) == sorted, "\(limit) at a time")
    }
    let listed = try await storage.list(prefix: prefix, after: nil, limit: 1000)
    #expect(listed.map(\.size) == sorted.map(\.utf8.count))
  }

  private func listsPrefixes() async throws {
    let sorted = try await put(["log/ab", "log/abc/d", "log/abd", "log2/ab", "lo", "log/a", "l"])
    for part in [
      "", "l", "lo", "log", "log/", "log/a", "log/ab", "log/abc", "log/abc/", "log/abc/d", "m",
    ] {
      let expected = sorted.filter { $0.hasPrefix(part) }
      #expect(try await names(limit: 1000, prefix: prefix + part) == expected, "\(part)")
      #expect(try await names(limit: 2, prefix: prefix + part) == expected, "\(part)")
    }
  }

  private func listsNoOddPrefix() async throws {
    try await put(["a/b", "ab"])
    let odd = [
      "%", "_b", "a%", "*", "A", "a\u{e9}", "a//", "/", "..", "../", "a'", "&prefix=a", "a b", "a+",
      "\u{10FFFF}",
    ]
    for part in odd {
      let found = try await storage.list(prefix: prefix + part, after: nil, limit: 10)
      #expect(found == [], "\(part)")
    }
  }

  private func listsAfter() async throws {
    let sorted = try await put(["a", "b/1", "b/2", "c", "d/e/f"])
    // Also names that are folders, where a store has some.
    for after in sorted + [
      "0", "00", "a0", "aa", "b", "b/0", "b/15", "d", "d/e", "d/e/g", "zz",
    ] {
      let found = try await storage.list(prefix: prefix, after: key(after), limit: 1000)
      let expected = sorted.filter { after.utf8.lexicographicallyPrecedes($0.utf8) }
      #expect(
        found.map { String($0.key.description.dropFirst(prefix.count)) } == expected, "\(after)")
    }
    // Before and beyond the prefix.
    let inside = prefix + "b/"
    let before = try await storage.list(prefix: inside, after: key("a"), limit: 10)
    #expect(before.count == 2)
    #expect(try await storage.list(prefix: inside, after: key("c"), limit: 10) == [])
  }

  private func pages() async throws {
    let all = (0..<1234).map { number in
      let digits = String(number)
      return "p/" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    // Some at a time, as servers do.
    for start in stride(from: 0, to: all.count, by: 16) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for name in all[start..<min(start + 16, all.count)] {
          group.addTask { _ = try await storage.putIfAbsent(key(name), [1]) }
        }
        try await group.waitForAll()
      }
    }
    for limit in [1000, 617, 250] { #expect(try await names(limit: limit) == all, "\(limit)") }
    let whole = try await storage.list(prefix: prefix, after: nil, limit: 1000)
    #expect(whole.count == 1000)
  }
}
