// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@Suite("HMAC and HKDF")
struct HMACSHA256Tests {
  @Test("an empty key, salt, info and message are inputs like others")
  func emptyInputs() throws {
    let empty = try SecretBytes(copying: [])
    #expect(
      Hex.encode(HMACSHA256.tag(of: [], key: empty))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    let zeros = [UInt8](repeating: 0, count: 32)
    let derived = try HMACSHA256.hkdf(inputKey: empty, salt: [], info: [], count: 32)
    #expect(try derived == HMACSHA256.hkdf(inputKey: empty, salt: zeros, info: [], count: 32))
    #expect(try HMACSHA256.hkdf(inputKey: empty, salt: [], info: [], count: 0).count == 0)
  }

  @Test("refuses more than 255 blocks, and less than none", arguments: [-1, 8161, Int.max])
  func refusedLengths(_ count: Int) {
    #expect(throws: SodiumError.invalidLength) {
      try HMACSHA256.hkdf(inputKey: .random(count: 32), salt: [], info: [], count: count)
    }
  }
}
