// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Local state")
struct LocalStateTests {
  private let samples: Samples
  private let key: UnlockKey

  init() throws {
    samples = try Samples()
    key = try UnlockKey(random: samples.random)
  }

  private func seal(_ payload: [UInt8], as name: String = "draft") throws -> [UInt8] {
    try key.seal(local: payload, as: name, vault: samples.vault, random: samples.random)
  }

  private func open(_ bytes: [UInt8], as name: String = "draft") throws -> [UInt8] {
    try key.open(local: bytes, as: name, vault: samples.vault)
  }

  @Test(
    "comes back, padded so that short ones have one size", arguments: [0, 1, 1020, 1021, 1 << 20])
  func roundTrip(_ size: Int) throws {
    let payload = samples.random.bytes(size)
    let sealed = try seal(payload)
    #expect(sealed.count == 25 + max(1024, Int(Padme.padded(UInt64(size + 4)))) + 16)
    #expect(try open(sealed) == payload)
  }

  @Test("is, byte for byte, what Format.md §7.1 says")
  func form() throws {
    let sealed = try seal([7, 8, 9])
    let name = Array("draft".utf8)
    let plaintext = try XChaCha20Poly1305.open(
      Array(sealed[25...]), key: Samples.derive(key.secret, "local-key", name),
      nonce: Array(sealed[1..<25]),
      authenticating: Samples.label("local") + samples.vault.bytes + name)
    #expect(sealed[0] == 1)
    #expect(plaintext == [3, 0, 0, 0, 7, 8, 9] + [UInt8](repeating: 0, count: 1017))
  }

  @Test("another name, vault or key does not open it")
  func separation() throws {
    let sealed = try seal([1])
    let vault = try Samples("other").vault
    let strange = try UnlockKey(random: samples.random)
    for name in ["", "drafts", "Draft", "draft\0"] {
      #expect(throws: SealError.damaged) { try open(sealed, as: name) }
    }
    #expect(throws: SealError.damaged) { try key.open(local: sealed, as: "draft", vault: vault) }
    #expect(throws: SealError.damaged) {
      try strange.open(local: sealed, as: "draft", vault: samples.vault)
    }
  }

  @Test("changed, cut or invented bytes are refused")
  func damage() throws {
    let sealed = try seal([1, 2, 3])
    for (index, bytes) in Fuzzing.flips(of: sealed).enumerated() {
      #expect(throws: index == 0 ? SealError.unknownVersion : .damaged) { try open(bytes) }
    }
    for bytes in Fuzzing.truncations(of: sealed) + Fuzzing.noise("local") + [sealed + [0]] {
      #expect(throws: SealError.damaged) { try open(bytes) }
    }
  }

  @Test("more than 1 MiB is refused")
  func limit() throws {
    #expect(throws: SealError.tooLarge) { try seal([UInt8](repeating: 0, count: 1 << 20 + 1)) }
  }

  @Test("a length that lies and padding that is not zero are refused")
  func padding() throws {
    func forge(_ plaintext: [UInt8]) throws -> [UInt8] {
      let name = Array("draft".utf8)
      let nonce = samples.random.bytes(24)
      return [1] + nonce
        + (try XChaCha20Poly1305.seal(
          plaintext, key: Samples.derive(key.secret, "local-key", name), nonce: nonce,
          authenticating: Samples.label("local") + samples.vault.bytes + name))
    }
    func padded(_ content: [UInt8], _ count: Int = 1024) -> [UInt8] {
      content + [UInt8](repeating: 0, count: count - content.count)
    }
    #expect(try open(forge(padded([1, 0, 0, 0, 9]))) == [9])
    for plaintext in [
      padded([1, 0, 0, 0, 9, 1]), padded([1, 0, 0, 0, 9]).dropLast() + [1],
      padded([1, 0, 0, 0, 9], 1088), padded([255, 255, 255, 255]), padded([253, 3, 0, 0]),
      padded([0, 0, 16, 0]), padded([1, 0, 16, 0]), padded([0, 0, 0, 128]),
    ] {
      let sealed = try forge(plaintext)
      #expect(throws: SealError.damaged) { try open(sealed) }
    }
  }
}
