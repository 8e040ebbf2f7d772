// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

/// What makes an image is as long as it must be, and stands once: the rest could carry anything.
@Suite("Tables and chunks that carry more than the image") struct ShownPartTests {
  private func scan(_ bytes: [UInt8]) -> Set<Trace> { TraceScanner.scan(mediaType: "", bytes) }

  @Test("a JPEG's tables, frame and restarts are exact and given once before they are used")
  func tables() {
    func with(_ marker: UInt8, _ payload: [UInt8]) -> Set<Trace> {
      scan(TraceFiles.jpeg(TraceFiles.segment(marker, payload)))
    }
    func quantization(_ id: UInt8, _ count: Int) -> [UInt8] {
      [id] + [UInt8](repeating: 1, count: count)
    }
    #expect(with(0xDB, quantization(1, 64)).isEmpty && with(0xDB, quantization(0x11, 128)).isEmpty)
    #expect(with(0xDB, quantization(1, 65)) == [.unread])
    #expect(with(0xDB, quantization(0, 64)) == [.unread], "given again by the image")
    #expect(with(0xDB, quantization(4, 64)) == [.unread])
    let codes: [UInt8] = [1] + [UInt8](repeating: 0, count: 15) + [7]
    #expect(with(0xC4, [0x01] + codes).isEmpty)
    #expect(with(0xC4, [0x01] + codes + [0x4C]) == [.unread])
    #expect(with(0xC4, [0x00] + codes) == [.unread], "given again by the image")
    #expect(with(0xDD, [0, 4]).isEmpty)
    #expect(with(0xDD, [0, 4, 1]) == [.unread])
    #expect(with(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]) == [.unread], "a second frame")
  }

  @Test("a PNG's chunks stand once, and only where they show something")
  func chunks() {
    func with(_ chunks: (String, [UInt8])...) -> Set<Trace> {
      scan(TraceFiles.png(chunks.flatMap { TraceFiles.chunk($0.0, $0.1) }))
    }
    let gamma: [UInt8] = [0, 0, 0xB1, 0x8F]
    #expect(with(("gAMA", gamma)).isEmpty)
    #expect(with(("gAMA", gamma), ("gAMA", gamma)) == [.unread])
    // A palette and its transparency, in an image that is grey.
    #expect(with(("PLTE", [1, 2, 3])) == [.unread])
    #expect(with(("tRNS", [0, 1])).isEmpty)
    #expect(with(("tRNS", [0, 1, 2])) == [.unread])
    #expect(with(("bKGD", [0, 1])).isEmpty)
    #expect(with(("bKGD", [0, 1, 2])) == [.unread])
  }

  @Test("frames that no animation shows are unread")
  func frames() {
    func animation(_ shown: UInt8, frames: Int) -> Set<Trace> {
      let control = TraceFiles.chunk("fcTL", [UInt8](repeating: 0, count: 26))
      let start = TraceFiles.chunk("acTL", [0, 0, 0, shown, 0, 0, 0, 0])
      return scan(TraceFiles.png(start + [[UInt8]](repeating: control, count: frames).joined()))
    }
    #expect(animation(2, frames: 2).isEmpty)
    #expect(animation(1, frames: 2) == [.unread])
    let alone = TraceFiles.chunk("fdAT", [0, 0, 0, 0, 0x4C])
    #expect(scan(TraceFiles.png(alone)) == [.unread])
  }
}
