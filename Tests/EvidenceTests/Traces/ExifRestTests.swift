// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("What stands in Exif besides its known tags") struct ExifRestTests {
  private func scan(_ bytes: [UInt8]) -> Set<Trace> {
    TraceScanner.scan(mediaType: "", TraceFiles.jpeg(TraceFiles.exifSegment(bytes)))
  }

  @Test("bytes that no directory leads to are unread, before, between and after; zeros are room")
  func rests() {
    let orientation = (tag: 0x0112, value: [UInt8](arrayLiteral: 0, 1))
    func made(_ rest: [UInt8]) -> [UInt8] {
      TraceFiles.exif(tag: orientation.tag, type: 3, count: 1, orientation.value, rest: rest)
    }
    #expect(scan(made([])).isEmpty && scan(made([0, 0, 0])).isEmpty)
    #expect(scan(made([0, 0, 1])) == [.unread])
    #expect(scan(TraceFiles.exifPair(between: [0, 0])).isEmpty)
    #expect(scan(TraceFiles.exifPair(between: [0, 1])) == [.unread])
  }

  @Test("a tag or a type that is not known is unread")
  func unknown() {
    #expect(scan(TraceFiles.exif(tag: 0x5000, type: 3, count: 1, [0, 1])) == [.unread])
    #expect(scan(TraceFiles.exif(tag: 0x0112, type: 14, count: 1, [0, 1])) == [.unread])
  }

  @Test("a harmless tag that holds a text, or more numbers than it needs, is a text")
  func ofItsKind() {
    func text(_ text: String) -> Set<Trace> {
      scan(TraceFiles.exif(tag: 0x9003, type: 2, count: text.utf8.count, Array(text.utf8)))
    }
    #expect(text("2021:03:14 10:00:00\0").isEmpty)
    #expect(text("chez Camille\0") == [.comment])
    #expect(text("2021:03:14 10:00:00 2021:03:14\0") == [.comment])
    let exposure = Array("Camille".utf8) + [0]
    #expect(scan(TraceFiles.exif(tag: 0x829A, type: 2, count: 8, exposure)) == [.comment])
    func shorts(_ tag: Int, _ count: Int) -> Set<Trace> {
      scan(
        TraceFiles.exif(tag: tag, type: 3, count: count, [UInt8](repeating: 0, count: 2 * count)))
    }
    #expect(shorts(0x9214 - 0x10, 6).isEmpty)
    #expect(shorts(0x9214 - 0x10, 7) == [.comment])
    // A palette is as long as the image needs.
    #expect(shorts(0x0140, 768).isEmpty)
    #expect(scan(TraceFiles.exif(tag: 0x9000, type: 7, count: 4, Array("0232".utf8))).isEmpty)
    let long = Array("0232 Camille".utf8)
    #expect(scan(TraceFiles.exif(tag: 0x9000, type: 7, count: 12, long)) == [.comment])
  }

  @Test("a colour filter is its lengths and colours; anything else under its tag is a text")
  func colourFilter() {
    func filter(_ value: [UInt8]) -> Set<Trace> {
      scan(TraceFiles.exif(tag: 0xA302, type: 7, count: value.count, value))
    }
    #expect(filter([0, 2, 0, 2, 0, 1, 1, 2]).isEmpty)
    #expect(filter([2, 0, 2, 0, 0, 1, 1, 2]).isEmpty)
    #expect(filter([0, 2, 0, 2, 0, 1, 1, 0x4C]) == [.comment])
    #expect(filter([0, 2, 0, 2, 0, 1, 1, 2, 1]) == [.comment])
  }

  @Test("a maker's note is a device; a position's version alone is no place")
  func links() {
    let note = [UInt8](repeating: 1, count: 40)
    #expect(scan(TraceFiles.exif(tag: 0x927C, type: 7, count: 40, note, link: 0x8769)) == [.device])
    #expect(scan(TraceFiles.exif(tag: 0, type: 1, count: 4, [2, 3, 0, 0], link: 0x8825)).isEmpty)
    #expect(
      scan(TraceFiles.exif(tag: 0, type: 1, count: 5, [2, 3, 0, 0, 1], link: 0x8825)) == [.comment])
    #expect(
      scan(
        TraceFiles.exif(tag: 7, type: 5, count: 1, [UInt8](repeating: 0, count: 8), link: 0x8825))
        == [.location])
    let index = Array("R98\0".utf8)
    #expect(scan(TraceFiles.exif(tag: 1, type: 2, count: 4, index, link: 0xA005)).isEmpty)
    let longer = Array("R98 Camille\0".utf8)
    #expect(scan(TraceFiles.exif(tag: 1, type: 2, count: 12, longer, link: 0xA005)) == [.unread])
  }
}
