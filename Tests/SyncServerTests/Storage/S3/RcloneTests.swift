// SPDX-License-Identifier: Apache-2.0
import SyncServer
import SyncServerS3
import Testing

/// `rclone serve s3` over a folder: a second reader of our signatures and a second writer of XML. It takes conditions
/// and does not act on them, so that it is no store for a server; this is what it must be told apart by.
@Suite(
  "A bucket of rclone", .enabled(if: S3Peer.rclone.isThere, "no rclone: see Scripts/storage-peers"))
struct RcloneTests {
  @Test(
    "keeps the part of the contract that needs no conditions",
    arguments: StorageContract.unconditional)
  func contract(_ clause: StorageContract.Clause) async throws {
    try await clause.hold(for: S3Peer.rclone.storage(), run: S3Peer.run)
  }

  @Test("is found not to keep conditions")
  func conditions() async throws {
    let storage = try S3Peer.rclone.storage()
    await #expect(throws: S3UnfitError.self) { try await storage.confirmConditions() }
  }
}
