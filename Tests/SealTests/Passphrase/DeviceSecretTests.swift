// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("device.secret")
struct DeviceSecretTests {
  private func checksum(_ bytes: [UInt8]) -> [UInt8] {
    Array(BLAKE2b.hash(Samples.label("device-secret-checksum") + bytes).prefix(16))
  }

  @Test("is, byte for byte, what Format.md §2.2 says, and comes back")
  func form() throws {
    let raw = SeededRandom(seed: "device secret").bytes(32)
    let secret = try DeviceSecret(random: SeededRandom(seed: "device secret"))
    let body = Array("memosec".utf8) + [1] + raw
    let encoded = try secret.encoded()
    #expect(encoded == body + checksum(body))
    #expect(encoded.count == 56)
    let id = Samples.bytes(try Samples.derive(SecretBytes(copying: raw), "device-secret-id"))
    #expect(secret.id == Array(id.prefix(16)))
    let read = try DeviceSecret(encoded: encoded)
    #expect(read.id == secret.id)
    #expect(try read.encoded() == encoded)
  }

  @Test("every byte changed, every truncation and anything else is damage")
  func damage() throws {
    let encoded = try DeviceSecret(random: SeededRandom(seed: "device secret")).encoded()
    for bytes in Fuzzing.hostile(encoded, seed: "device secret") + [encoded + [0]] {
      #expect(throws: SealError.damaged) { try DeviceSecret(encoded: bytes) }
    }
  }

  @Test("a later version with its checksum is a later version, another file is damage")
  func versions() throws {
    let encoded = try DeviceSecret(random: SeededRandom(seed: "device secret")).encoded()
    var later = Array(encoded[..<40])
    later[7] = 2
    let whole = later + checksum(later)
    #expect(throws: SealError.unknownVersion) { try DeviceSecret(encoded: whole) }
    var foreign = Array(encoded[..<40])
    foreign[0] = UInt8(ascii: "n")
    let other = foreign + checksum(foreign)
    #expect(throws: SealError.damaged) { try DeviceSecret(encoded: other) }
  }
}
