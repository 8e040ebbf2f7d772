// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import Sodium
import TestSupport
import Testing
import VaultStore

@testable import Seal

/// What is in a process's own memory, read through `/proc/PID/mem`, once its vault is locked.
@Suite struct MemoryTests {
  @Test("after lock, no passphrase, kit or key is in the process's memory")
  func afterLock() throws {
    let scene = try SceneProcess(TemporaryFolder())
    let memory = ProcessMemory(of: scene.child.process)
    #expect(scene.child.waits(for: "open"), "\(scene.child.errors)")
    let before = try Self.secrets(of: scene, passphrase: SceneProcess.passphrase)
    let whileOpen = try memory.search(before)
    // The search finds what is there: the keys in use.
    for name in ["unlock key", "log seed", "epoch key 0"] {
      #expect(whileOpen[name] != nil, "\(name)")
    }
    // And while they are in use, they are in guarded memory and nowhere else.
    #expect(whileOpen.values.joined().allSatisfy { $0.contains(" r--p 00000000 00:00 0") })
    #expect(whileOpen["device secret"] == nil)
    try scene.go(on: "open")
    #expect(scene.child.waits(for: "changed"), "\(scene.child.errors)")
    let after = try Self.secrets(of: scene, passphrase: SceneProcess.newPassphrase)
    #expect(after["unlock key"] != before["unlock key"])
    #expect(after["device secret"] != before["device secret"])
    try scene.go(on: "changed")
    #expect(scene.child.waits(for: "locked"), "\(scene.child.errors)")
    for secrets in [before, after] { #expect(try memory.search(secrets) == [:]) }
    try scene.go(on: "locked")
    #expect(scene.child.wait() == 0, "\(scene.child.errors)")
  }

  /// Everything secret of the scene's vault, had from a copy of its folder.
  private static func secrets(
    of scene: SceneProcess, passphrase: String
  ) throws -> [String: [UInt8]] {
    let copy = scene.folder.file("copy-" + UUID().uuidString)
    try FileManager.default.copyItem(atPath: scene.vault, toPath: copy)
    let folder = VaultFolder(copy)
    let state = try VaultStore.open(folder, lock: folder.acquireLock()).state()
    // A change of passphrase that is not finished has its new secret beside the old one.
    let deviceSecret = try DeviceSecret(encoded: Files.read(folder.deviceSecret, limit: 4096))
    let phrase = try SecretBytes(copying: Array(passphrase.utf8))
    let unlockKey = try PassphraseSlot(encoded: state.slot)
      .open(passphrase: phrase, deviceSecret: deviceSecret)
    let ring = try bytes(
      unlockKey.openKeyRing(state.keyRing, vault: state.vault, device: state.device).encoded())
    let pending = try #require(state.pendingRecovery)
    let recovery = try unlockKey.openPendingRecovery(pending, vault: state.vault)
    var secrets = [
      "passphrase": Array(passphrase.utf8), "unlock key": bytes(unlockKey.secret),
      "device secret": bytes(deviceSecret.secret), "R": bytes(recovery.secret),
      "kit": try bytes(recovery.kit().text()),
      // In groups of four, as it is shown and written.
      "kit in groups": try bytes(recovery.kit().lines()),
    ]
    for (index, name) in ["log seed", "request seed", "dossier seed", "device key"].enumerated() {
      secrets[name] = Array(ring[1 + 32 * index..<33 + 32 * index])
    }
    for (index, start) in stride(from: 131, to: ring.count, by: 32).enumerated() {
      secrets["epoch key \(index)"] = Array(ring[start..<start + 32])
    }
    return secrets
  }

  private static func bytes(_ secret: SecretBytes) -> [UInt8] {
    secret.withUnsafeBytes { Array($0) }
  }
}
