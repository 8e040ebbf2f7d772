// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import SyncClient
import SyncServer
import SyncTestSupport
import TestSupport
import VaultKit

/// A vault with a contact, two entries and a piece, and a server that it is linked to.
struct SyncScene {
  let copies: CopyScene
  let storage = MemoryStorage()
  let server: ServiceExchange
  static let address = "https://memo.example.org"

  init() async throws {
    copies = try await CopyScene()
    server = try Self.server(over: storage)
  }

  static func server(over storage: any ObjectStorage) throws -> ServiceExchange {
    try ServiceExchange(storage) { UInt64(Date().timeIntervalSince1970) }
  }

  var test: TestVault { copies.test }

  func linked() async throws -> Vault {
    let vault = try await copies.open()
    try await vault.link(to: ServerAddress(Self.address), over: server)
    return vault
  }

  func join(
    _ name: String, over exchange: (any Exchange)? = nil
  ) async throws -> (vault: Vault, report: CopyReport) {
    try await Joining(
      test.folder.file(name), from: ServerAddress(Self.address), over: exchange ?? server,
      recovery: copies.recovery, environment: TestVault.environment
    ).join(passphrase: TestVault.secret(TestVault.passphrase))
  }
}
