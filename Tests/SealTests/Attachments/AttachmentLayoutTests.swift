// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Seal

@Suite("Layout of pieces")
struct AttachmentLayoutTests {
  private static let mebibyte: UInt64 = 1 << 20

  @Test(
    "chunks hold the whole piece and its padding, in order",
    arguments: [
      0, 1, 16_383, 16_384, 16_385, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte,
      63 * mebibyte, 64 * mebibyte, 64 * mebibyte + 1, 65 * mebibyte, 1000 * mebibyte + 12_345,
    ])
  func chunks(_ size: UInt64) throws {
    let layout = try AttachmentLayout(size: size)
    let counts = (0..<layout.chunks).map { layout.count(of: $0) }
    let originals = (0..<layout.chunks).map { layout.originalCount(of: $0) }
    #expect(counts.reduce(0, +) == Int(layout.padded))
    #expect(originals.reduce(0, +) == Int(size))
    #expect(layout.padded == max(16_384, Padme.padded(size)))
    #expect(counts.dropLast().allSatisfy { $0 == 1 << 20 })
    #expect((1...1 << 20).contains(try #require(counts.last)))
    #expect(zip(counts, originals).allSatisfy { $0 >= $1 })
    #expect(layout.usesList == (layout.chunks > 64))
    #expect(layout.listChunks == (layout.chunks + 32_767) / 32_768)
  }

  @Test("a list is used from the sixty-fifth chunk on")
  func inline() throws {
    #expect(try AttachmentLayout(size: 64 << 20).chunks == 64)
    #expect(try AttachmentLayout(size: 64 << 20).usesList == false)
    #expect(try AttachmentLayout(size: 64 << 20 + 1).chunks > 64)
    #expect(try AttachmentLayout(size: 64 << 20 + 1).usesList)
  }

  @Test("the largest piece has 64 list chunks, and a larger one is refused")
  func limit() throws {
    let largest = try AttachmentLayout(size: 1 << 41)
    #expect(largest.chunks == 1 << 21)
    #expect(largest.listChunks == 64)
    for size: UInt64 in [1 << 41 + 1, 1 << 63, .max] {
      #expect(throws: SealError.tooLarge) { try AttachmentLayout(size: size) }
    }
  }
}
