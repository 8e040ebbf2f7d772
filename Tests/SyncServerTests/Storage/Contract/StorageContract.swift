// SPDX-License-Identifier: Apache-2.0
import SyncServer
import Testing

/// What every store must do, one clause at a time; each back end has a test that runs the clauses over it.
/// Clauses share a store and may run together: each works under a prefix of its own.
struct StorageContract: Sendable {
  let storage: any ObjectStorage
  /// Ends with a slash.
  let prefix: String

  /// - Parameter run: tells runs over one lasting store apart.
  init(_ storage: any ObjectStorage, _ clause: Clause, run: String) {
    self.storage = storage
    prefix = "t\(run)/\(clause.key)/"
  }

  struct Clause: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let key: String
    let check: @Sendable (StorageContract) async throws -> Void

    init(
      _ description: String, _ key: String,
      _ check: @escaping @Sendable (StorageContract) async throws -> Void
    ) {
      testDescription = description
      self.key = key
      self.check = check
    }

    func hold(for storage: any ObjectStorage, run: String = "") async throws {
      try await check(StorageContract(storage, self, run: run))
    }
  }

  static let all = unconditional + conditional + races

  func key(_ name: String) throws -> ObjectKey { try #require(ObjectKey(prefix + name)) }

  /// Every name under the prefix, page by page.
  func names(limit: Int, prefix: String? = nil) async throws -> [String] {
    var (found, after): ([String], ObjectKey?) = ([], nil)
    while true {
      let page = try await storage.list(prefix: prefix ?? self.prefix, after: after, limit: limit)
      #expect(page.count <= limit)
      found += page.map(\.key.description)
      guard page.count == limit else {
        return found.map { String($0.dropFirst(self.prefix.count)) }
      }
      after = page.last?.key
    }
  }
}
