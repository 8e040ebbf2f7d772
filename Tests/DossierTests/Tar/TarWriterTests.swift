// SPDX-License-Identifier: Apache-2.0
import Dossier
import Testing

@Suite("TarWriter")
struct TarWriterTests {
  private func writer() -> TarWriter { TarWriter(modified: 0) { _ in } }

  @Test("holds the caller to the size announced")
  func sizes() throws {
    let path = try SafePath("a")
    let short = writer()
    try short.begin(path, size: 2)
    try short.write([1])
    #expect(throws: TarError.sizeMismatch) { try short.end() }
    #expect(throws: TarError.sizeMismatch) { try short.write([2, 3]) }
    try short.write([2])
    try short.end()
    try short.finish()
  }

  @Test("refuses calls out of order")
  func order() throws {
    let path = try SafePath("a")
    let writer = writer()
    #expect(throws: TarError.outOfOrder) { try writer.write([1]) }
    #expect(throws: TarError.outOfOrder) { try writer.end() }
    try writer.begin(path, size: 0)
    #expect(throws: TarError.outOfOrder) { try writer.begin(path, size: 0) }
    #expect(throws: TarError.outOfOrder) { try writer.finish() }
    try writer.end()
    try writer.finish()
    #expect(throws: TarError.outOfOrder) { try writer.finish() }
    #expect(throws: TarError.outOfOrder) { try writer.begin(path, size: 0) }
  }

  @Test("refuses names that its own reader would")
  func collisions() throws {
    let writer = writer()
    try writer.add(SafePath("a/b"), [])
    #expect(throws: TarError.duplicatePath) { try writer.add(SafePath("a/B"), []) }
    #expect(throws: TarError.collidingPath) { try writer.add(SafePath("A"), []) }
    #expect(throws: TarError.oversize) { try writer.begin(SafePath("c"), size: .max) }
  }

  @Test("a size that ustar cannot say goes into a pax header")
  func largeSize() throws {
    var bytes: [UInt8] = []
    let writer = TarWriter(modified: TarSamples.modified) { bytes += $0 }
    try writer.begin(SafePath("a"), size: 1 << 33)
    #expect(bytes == TarSamples.pax("19 size=8589934592\n") + TarSamples.header("a"))
    bytes = []
    let smaller = TarWriter(modified: TarSamples.modified) { bytes += $0 }
    try smaller.begin(SafePath("a"), size: (1 << 33) - 1)
    #expect(bytes == TarSamples.header("a", size: "77777777777"))
  }
}
