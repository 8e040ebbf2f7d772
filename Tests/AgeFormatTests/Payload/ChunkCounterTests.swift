// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@testable import AgeFormat

@Suite("ChunkCounter")
struct ChunkCounterTests {
  @Test("makes a nonce of eleven bytes of counter, big endian, and the flag of the final chunk")
  func nonces() throws {
    #expect(ChunkCounter().nonce(isFinal: false) == [UInt8](repeating: 0, count: 12))
    let counter = try ChunkCounter().advanced(by: 0x0102_0304)
    #expect(counter.nonce(isFinal: true) == [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 1])
    let last = ChunkCounter(value: .max)
    #expect(last.nonce(isFinal: false) == [0, 0, 0] + [UInt8](repeating: 255, count: 8) + [0])
  }

  @Test("throws rather than start again from zero, in both directions")
  func overflow() throws {
    #expect(throws: SealingError.tooLarge) { try ChunkCounter(value: .max).advanced(by: 1) }
    let key = try SecretBytes(copying: [UInt8](repeating: 1, count: 32))
    let nearEnd = ChunkCounter(value: .max - 1)
    let writer = PayloadWriter(key: key, counter: nearEnd) { _ in }
    let plaintext = [UInt8](repeating: 0, count: 3 * AgeV1.chunkCount)
    #expect(throws: SealingError.tooLarge) {
      try plaintext.withUnsafeBytes { try writer.write($0) }
      try writer.finish()
    }
    let sealed = [UInt8](repeating: 0, count: 3 * AgeV1.sealedChunkCount)
    let reader = PayloadReader(source: ArraySource(sealed), key: key, counter: nearEnd)
    #expect(throws: SealingError.tooLarge) { try reader.withNext(limit: 1) { $0.count } }
  }
}
