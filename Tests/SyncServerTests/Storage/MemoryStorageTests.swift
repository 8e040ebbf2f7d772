// SPDX-License-Identifier: Apache-2.0
import SyncTestSupport
import Testing

@Suite("A store in memory")
struct MemoryStorageTests {
  @Test("keeps the contract", arguments: StorageContract.all)
  func contract(_ clause: StorageContract.Clause) async throws {
    try await clause.hold(for: MemoryStorage())
  }
}
