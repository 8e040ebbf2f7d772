// SPDX-License-Identifier: Apache-2.0
import Sodium
import SyncServer
import SyncServerS3
import Testing

@Suite(
  "A bucket of SeaweedFS",
  .enabled(if: S3Peer.seaweed.isThere, "no SeaweedFS: see Scripts/storage-peers"))
struct SeaweedTests {
  @Test("keeps the contract", arguments: StorageContract.all)
  func contract(_ clause: StorageContract.Clause) async throws {
    try await clause.hold(for: S3Peer.seaweed.storage(), run: S3Peer.run)
  }

  @Test("is found to keep conditions, and nothing stays of the question")
  func conditions() async throws {
    let storage = try S3Peer.seaweed.storage()
    try await storage.confirmConditions()
    #expect(try await storage.list(prefix: "probe/", after: nil, limit: 10) == [])
  }

  @Test("another's secret, or a bucket that is not there, is denied")
  func denied() async throws {
    let key = try #require(ObjectKey("a"))
    let strangers = [
      try S3Peer.seaweed.storage(secret: "other"),
      try S3Peer.seaweed.storage(bucket: "no-such-bucket"),
    ]
    for storage in strangers {
      await #expect(throws: StorageError.denied) { try await storage.putIfAbsent(key, [1]) }
      await #expect(throws: StorageError.denied) {
        try await storage.list(prefix: "", after: nil, limit: 1)
      }
    }
    await #expect(throws: StorageError.denied) { try await strangers[0].get(key) }
    await #expect(throws: StorageError.denied) { try await strangers[0].delete(key) }
  }

  @Test("names that it lists in the order of a tree are damage, and none is passed over in silence")
  func treeOrder() async throws {
    let storage = try S3Peer.seaweed.storage()
    let prefix = "tree\(S3Peer.run)/"
    for name in ["a-b", "a/b"] {
      _ = try await storage.putIfAbsent(#require(ObjectKey(prefix + name)), [1])
    }
    await #expect(throws: StorageError.damaged) {
      try await storage.list(prefix: prefix, after: nil, limit: 10)
    }
  }
}
