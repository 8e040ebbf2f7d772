// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@Suite("Memory")
struct MemoryTests {
  @Test("wiping overwrites a buffer, and empties an array")
  func wiping() {
    var bytes: [UInt8] = [1, 2, 3]
    bytes.withUnsafeMutableBytes { Memory.wipe($0) }
    #expect(bytes == [0, 0, 0])
    Memory.wipe(&bytes)
    #expect(bytes.isEmpty)
    Memory.wipe(&bytes)
    Memory.wipe(UnsafeMutableRawBufferPointer(start: nil, count: 0))
    #expect(bytes.isEmpty)
  }

  @Test("compares by contents and length")
  func comparing() {
    #expect(Memory.equal([], []))
    #expect(Memory.equal([1, 2], [1, 2]))
    #expect(!Memory.equal([1, 2], [1, 3]))
    #expect(!Memory.equal([1, 2], [1]))
    #expect(!Memory.equal([], [0]))
  }
}
