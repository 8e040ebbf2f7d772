// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Key ring")
struct KeyRingTests {
  private func decode(_ bytes: [UInt8]) throws -> KeyRing {
    try KeyRing(encoded: SecretBytes(copying: bytes))
  }

  @Test("is, byte for byte, what Format.md §2.3 says, and comes back", arguments: [1, 2, 40])
  func form(_ epochs: Int) throws {
    let samples = try Samples("ring", epochs: epochs)
    let ring = samples.ring
    let bytes = Samples.bytes(try ring.encoded())
    #expect(bytes.count == 1 + 4 * 32 + 2 + epochs * 32)
    #expect(bytes[0] == 1)
    let keys = try (0..<3).map { index in
      try Ed25519.SigningKey(
        seed: SecretBytes(copying: bytes[1 + 32 * index..<33 + 32 * index])
      ).publicKey
    }
    #expect(keys == [ring.log, ring.request, ring.dossier].map(\.publicKey))
    #expect(Array(bytes[97..<129]) == Samples.bytes(ring.deviceKey))
    #expect(Array(bytes[129..<131]) == [UInt8(epochs), 0])
    #expect(Array(bytes[131...]) == ring.epochs.flatMap { Samples.bytes($0.secret) })
    let read = try decode(bytes)
    #expect(read.device == ring.device)
    #expect(read.epochs.map(\.id) == ring.epochs.map(\.id))
    #expect(Samples.bytes(try read.encoded()) == bytes)
  }

  @Test("the device is the hash of its keys, and K_dev follows from R and it")
  func device() throws {
    let samples = try Samples()
    let ring = samples.ring
    let hash = BLAKE2b.hash(
      Samples.label("device-id") + ring.log.publicKey.bytes + ring.request.publicKey.bytes
        + ring.dossier.publicKey.bytes)
    #expect(ring.device.bytes == Array(hash.prefix(16)))
    let subkey = try Samples.derive(samples.recovery.secret, "device-subkey")
    #expect(ring.deviceKey == (try Samples.derive(subkey, "device-key", ring.device.bytes)))
  }

  @Test("the last epoch seals, all of them open")
  func epochs() throws {
    let ring = try Samples("ring", epochs: 3).ring
    #expect(try ring.current().id == ring.epochs[2].id)
    for epoch in ring.epochs { #expect(try ring.epoch(epoch.id).secret == epoch.secret) }
    #expect(throws: SealError.unknownEpoch) {
      try ring.epoch(EpochID([UInt8](repeating: 0, count: 16)))
    }
  }

  @Test("a ring without an epoch is none, nor one with more than can be counted")
  func counts() throws {
    let samples = try Samples()
    #expect(throws: SealError.damaged) {
      try KeyRing(newDeviceOf: samples.recovery, epochs: [], random: samples.random)
    }
    let many = [EpochKey](repeating: samples.ring.epochs[0], count: 65_536)
    #expect(throws: SealError.damaged) {
      try KeyRing(newDeviceOf: samples.recovery, epochs: many, random: samples.random)
    }
  }

  @Test("bytes of another length, count or version are refused")
  func refused() throws {
    let bytes = Samples.bytes(try Samples("ring", epochs: 2).ring.encoded())
    for cut in Fuzzing.truncations(of: bytes) {
      #expect(throws: SealError.damaged) { try decode(cut) }
    }
    #expect(throws: SealError.damaged) { try decode(bytes + [0]) }
    #expect(throws: SealError.damaged) { try decode(bytes + [UInt8](repeating: 0, count: 32)) }
    for (count, high) in [(0, 0), (1, 0), (3, 0), (2, 1), (255, 255)] as [(UInt8, UInt8)] {
      var other = bytes
      (other[129], other[130]) = (count, high)
      #expect(throws: SealError.damaged, "\(count) \(high)") { try decode(other) }
    }
    for version: UInt8 in [0, 2, 255] {
      var other = bytes
      other[0] = version
      #expect(throws: SealError.unknownVersion) { try decode(other) }
    }
    for noise in Fuzzing.noise("ring") { #expect(throws: SealError.self) { try decode(noise) } }
  }
}
