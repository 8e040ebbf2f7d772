// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import GRDB
import TestSupport
import Testing
import VaultKit

/// The slot and the device secret, byte by byte, with the real passphrase: damage is never called a wrong
/// passphrase.
@Suite struct LockFlipTests {
  private func open(_ copy: AttackedVault.Copy) async throws -> Vault {
    try await LockedVault(copy.path, environment: TestVault.environment)
      .unlock(passphrase: TestVault.secret(AttackedVault.passphrase))
  }

  @Test("a flipped byte of device.secret is damage")
  func deviceSecret() async throws {
    let copy = try await AttackedVault.made(.young).copy()
    let path = copy.path + "/device.secret"
    let original = try Files.read(path, limit: 4096)
    for place in original.indices {
      var bytes = original
      bytes[place] ^= place.isMultiple(of: 2) ? 0xFF : 1
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      await #expect(throws: VaultError.damaged("device.secret"), "\(place)") {
        try await open(copy)
      }
    }
    try Data(original).write(to: URL(fileURLWithPath: path))
    _ = try await open(copy)
  }

  @Test("a flipped byte of the slot is damage")
  func slot() async throws {
    let copy = try await AttackedVault.made(.young).copy()
    let original: Data = try copy.value("SELECT value FROM meta WHERE name = 'slot'")
    for place in original.indices {
      var bytes = original
      bytes[place] ^= place.isMultiple(of: 2) ? 0xFF : 1
      try copy.sql("UPDATE meta SET value = ? WHERE name = 'slot'", [bytes])
      await #expect(throws: VaultError.damaged("seal"), "\(place)") { try await open(copy) }
    }
    try copy.sql("UPDATE meta SET value = ? WHERE name = 'slot'", [original])
    _ = try await open(copy)
  }

  @Test("a key ring that does not open under the right passphrase is damage")
  func keyRing() async throws {
    let copy = try await AttackedVault.made(.young).copy()
    let original: Data = try copy.value("SELECT value FROM meta WHERE name = 'key_ring'")
    for place in [1, 30, 60, original.count - 1] {
      var bytes = original
      bytes[place] ^= 1
      try copy.sql("UPDATE meta SET value = ? WHERE name = 'key_ring'", [bytes])
      await #expect(throws: VaultError.damaged("seal"), "\(place)") { try await open(copy) }
    }
  }
}
