// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Sodium
import SyncServer
import TransparencyLog

struct Sweep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Carries out the orders to erase whose time has come.",
    discussion: "A running server does this by itself every half hour.")

  @OptionGroup var store: StoreOptions

  func run() async throws {
    // Erasing cosigns nothing: any key does.
    let unused = try CosignatureSigner(
      name: "none", key: Ed25519.SigningKey(seed: SystemRandom().secret(Ed25519.seedCount)))
    let service = SyncService(
      storage: try await store.open(makes: false), cosigner: unused, now: Serve.now,
      random: SystemRandom())
    print("orders carried out: \(try await service.sweep())")
  }
}
