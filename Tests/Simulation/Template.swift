// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import SyncClient
import SyncTestSupport
import TestSupport
import VaultKit
import VaultStore

/// Three devices that have synchronised once, and their server: made once, copied for each seed, because a
/// passphrase's Argon2id would be all that a run does.
struct Template: Sendable {
  static let address = "https://memo.example.org"
  static let names = ["a", "b", "c"]

  let folder: TemporaryFolder
  let storage: MemoryStorage
  let recovery: RecoverySecret
  let unlockKeys: [String: UnlockKey]

  init() async throws {
    folder = try TemporaryFolder()
    storage = MemoryStorage()
    let server = try ServiceExchange(storage) { 1_800_000_000 }
    let address = try ServerAddress(Self.address)
    let environment = Self.environment(SeededRandom(seed: "template")) { 1_800_000_000 }
    recovery = try await Self.first(folder.file("a"), environment, address, server)
    for name in Self.names.dropFirst() {
      let vault = try await Joining(
        folder.file(name), from: address, over: server, recovery: recovery,
        environment: environment
      ).join(passphrase: Self.passphrase()).vault
      _ = try await vault.sync(over: server)
    }
    var keys: [String: UnlockKey] = [:]
    for name in Self.names { keys[name] = try Self.unlockKey(of: folder.file(name)) }
    unlockKeys = keys
  }

  private static func first(
    _ path: String, _ environment: VaultEnvironment, _ address: ServerAddress,
    _ server: any Exchange
  ) async throws -> RecoverySecret {
    let vault = try await NewVault.create(
      at: path, passphrase: passphrase(), environment: environment)
    guard let kit = try await vault.pendingKit()?.text() else { throw Failure.noKit }
    try await vault.confirmKit()
    var entry = Entry()
    entry.title = "first"
    _ = try await vault.add(entry)
    try await vault.link(to: address, over: server)
    _ = try await vault.sync(over: server)
    return try RecoverySecret(kitText: kit)
  }

  enum Failure: Error { case noKit }

  static func passphrase() throws -> SecretBytes {
    try SecretBytes(copying: Array("correct horse".utf8))
  }

  static func environment(
    _ random: SeededRandom, now: @escaping @Sendable () -> Int64
  ) -> VaultEnvironment {
    VaultEnvironment(
      now: { RecordedAt(secondsSinceEpoch: now(), offsetSeconds: 3600) }, random: random,
      cost: .floor, patience: .zero)
  }

  private static func unlockKey(of path: String) throws -> UnlockKey {
    let store = try VaultStore.open(VaultFolder(path), lock: VaultFolder(path).acquireLock())
    let secret = try Files.read(path + "/device.secret", limit: 4096)
    return try PassphraseSlot(encoded: store.state().slot).open(
      passphrase: passphrase(), deviceSecret: DeviceSecret(encoded: secret))
  }
}
