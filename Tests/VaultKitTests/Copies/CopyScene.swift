// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import TestSupport
import VaultKit

/// A vault, a folder for copies, and the kit; devices join from there. Opened with unlock keys, because Argon2id
/// would be all that the tests do.
struct CopyScene {
  let test: TestVault
  let recovery: RecoverySecret
  let unlockKey: UnlockKey
  var stick: String { test.folder.file("cle") }

  init() async throws {
    test = try TestVault()
    recovery = try await RecoverySecret(kitText: Self.fill(test))
    unlockKey = try AttackedVault.unlockKey(of: test.path)
    try FileManager.default.createDirectory(
      atPath: test.folder.file("cle"), withIntermediateDirectories: false)
  }

  /// The vault is closed when this returns its kit.
  private static func fill(_ test: TestVault) async throws -> SecretBytes {
    let vault = try await test.create()
    guard let kit = try await vault.pendingKit()?.text() else {
      throw CocoaError(.coderInvalidValue)
    }
    try await vault.confirmKit()
    var camille = Contact()
    camille.name = "Camille Durand"
    _ = try await vault.addContact(camille)
    let piece = try test.folder.write("photo.jpg", SeededRandom(seed: "photo").bytes(40_000))
    _ = try await vault.add([
      NewEntry(.sample("Premier", when: "2021-03-14"), pieces: [AttachRequest(path: piece)])
    ])
    _ = try await vault.add(.sample("Deuxième"))
    return kit
  }

  func open() async throws -> Vault {
    try await LockedVault(test.path, environment: TestVault.environment)
      .unlock(unlockKey: unlockKey)
  }

  func join(
    _ name: String, from source: String? = nil
  ) async throws -> (vault: Vault, report: CopyReport) {
    try await Joining(
      test.folder.file(name), from: source ?? stick, recovery: recovery,
      environment: TestVault.environment
    ).join(passphrase: TestVault.secret(TestVault.passphrase))
  }

  /// The files of the copy, below the vault's folder.
  func files(_ prefix: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.hasPrefix(prefix) && !Files.isFolder(root + "/" + $0)
    }.sorted()
  }

  var root: String { "\(stick)/memo/\(recovery.vault.base32)" }

  func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: root + "/" + name)))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: root + "/" + name))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + name)
  }
}

extension Vault {
  func titles() throws -> Set<String> { Set(try list().compactMap(\.title)) }
}
