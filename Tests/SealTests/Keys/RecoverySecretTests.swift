// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Recovery secret")
struct RecoverySecretTests {
  @Test("the root, and with it the vault, follows from R by Format.md §2")
  func root() throws {
    let recovery = try Samples().recovery
    let root = try Ed25519.SigningKey(seed: Samples.derive(recovery.secret, "root-seed"))
    #expect(recovery.vault.root == root.publicKey)
    #expect(try recovery.escrowKey() == Samples.derive(recovery.secret, "escrow-key"))
    #expect(try RecoverySecret(recovery.secret).vault == recovery.vault)
  }

  @Test("is 32 bytes", arguments: [0, 16, 31, 33, 64])
  func length(_ count: Int) throws {
    let secret = try SecretBytes(copying: [UInt8](repeating: 1, count: count))
    #expect(throws: SealError.damaged) { try RecoverySecret(secret) }
  }

  @Test("keys of each device are its own")
  func deviceKeys() throws {
    let recovery = try Samples().recovery
    let devices = try (UInt8(0)..<20).map { try DeviceID([UInt8](repeating: $0, count: 16)) }
    let keys = try devices.map { Samples.bytes(try recovery.deviceKey($0)) }
    #expect(Set(keys).count == 20)
  }

  @Test("signs documents of its own vault only")
  func signs() throws {
    let (samples, other) = (try Samples(), try Samples("other"))
    let signed = try samples.certificate(samples.ring)
    #expect(
      try signed.verified(as: DeviceCertificate.self, vault: samples.vault).device
        == samples.ring.device)
    let document = try signed.verified(as: DeviceCertificate.self, vault: samples.vault)
    #expect(throws: RemoteError.otherVault) { try other.recovery.sign(document) }
  }

  @Test("comes back from its kit, and from any shares of it")
  func kit() throws {
    let recovery = try Samples().recovery
    #expect(try RecoverySecret(kitText: recovery.kit().text()).vault == recovery.vault)
    let shares = try recovery.kit().split(needed: 2, of: 3, random: SystemRandom())
    #expect(try RecoverySecret(combining: [shares[2], shares[0]]).secret == recovery.secret)
    #expect(throws: (any Error).self) { try RecoverySecret(combining: [shares[1]]) }
  }

  @Test("a group of the kit is recognised in either case, and no other")
  func groups() throws {
    let kit = try Samples().recovery.kit()
    let group = Samples.bytes(try #require(try kit.group(5)))
    let text = String(decoding: group, as: UTF8.self)
    for typed in [text, text.uppercased()] {
      #expect(try kit.group(5, is: Samples.secret(typed)))
    }
    let next = Samples.bytes(try #require(try kit.group(6)))
    for typed in ["", String(text.dropLast()), String(decoding: next, as: UTF8.self)] {
      #expect(try !kit.group(5, is: Samples.secret(typed)))
    }
  }
}
