// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import TestSupport
import Testing

@Suite("A copy without metadata") struct MetadataFreeCopyTests {
  private func copy(_ original: [UInt8]) throws -> [UInt8] {
    let copy = try #require(MetadataFreeCopy.make(of: original))
    #expect(TraceScanner.scan(mediaType: "", copy).isEmpty)
    #expect(!ByteSearch.contains(Array(TraceFiles.canary.utf8), in: copy))
    return copy
  }

  @Test("a JPEG keeps its image, density and orientation, and nothing after its end")
  func jpeg() throws {
    let adobe = TraceFiles.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])
    let told =
      TraceFiles.exifSegment(TraceFiles.exif(orientation: 6)) + TraceFiles.xmpSegment("GPS") + adobe
      + TraceFiles.iptcSegment(90, "Lyon") + TraceFiles.segment(0xFE, [1])
      + TraceFiles.segment(0xE2, Array("ICC_PROFILE\0 Ecran".utf8))
    let upright = Array("Exif\0\0MM\0*".utf8)
    let made = try copy(TraceFiles.jpeg(told, after: TraceFiles.jpeg()))
    let exif = TraceFiles.exif(orientation: 6, device: false, owner: false, position: false)
    let expected = TraceFiles.jfif + adobe + TraceFiles.exifSegment(exif) + TraceFiles.jpegBody
    #expect(made == [0xFF, 0xD8] + expected + [0xFF, 0xD9])
    let straight = try copy(
      TraceFiles.jpeg(TraceFiles.exifSegment(TraceFiles.exif(orientation: 1))))
    #expect(straight == TraceFiles.jpeg())
    #expect(!ByteSearch.contains(upright, in: straight))
  }

  @Test("data with stuffed bytes, restarts and several scans come through whole")
  func scans() throws {
    let scan = TraceFiles.segment(0xDA, [1, 1, 0, 0, 63, 0])
    let body = scan + [1, 0xFF, 0, 2, 0xFF, 0xD1, 3] + scan + [4, 0xFF, 0, 0xFF, 0xD9]
    let comment = TraceFiles.segment(0xFE, [1])
    let made = try copy([0xFF, 0xD8] + comment + scan + [9] + comment + body)
    #expect(made == [0xFF, 0xD8] + scan + [9] + body)
  }

  @Test("a PNG keeps what shows it")
  func png() throws {
    let shown = TraceFiles.chunk("gAMA", [0, 0, 0xB1, 0x8F]) + TraceFiles.chunk("sRGB", [0])
    let told =
      TraceFiles.pngText("Author", TraceFiles.canary)
      + TraceFiles.chunk("zTXt", Array("x\0\0x".utf8)) + TraceFiles.chunk("iCCP", [1])
      + TraceFiles.chunk("eXIf", TraceFiles.exif(orientation: 1))
    #expect(try copy(TraceFiles.png(told + shown, after: [1])) == TraceFiles.png(shown))
    let turned = TraceFiles.chunk("eXIf", TraceFiles.exif(orientation: 8))
    let alone = TraceFiles.exif(orientation: 8, device: false, owner: false, position: false)
    #expect(try copy(TraceFiles.png(turned)) == TraceFiles.png(TraceFiles.chunk("eXIf", alone)))
  }

  @Test("no copy of what is damaged, cut, of another format, or too large")
  func refused() {
    var wrong = TraceFiles.png()
    wrong[wrong.count - 17] ^= 1
    let refused: [[UInt8]] = [
      wrong, TraceFiles.png().dropLast(4), TraceFiles.jpeg().dropLast(2), TraceFiles.heicPhoto,
      TraceFiles.png(TraceFiles.chunk("ABCD", [])), [], [0xFF, 0xD8],
      TraceFiles.png(TraceFiles.chunk("gAMA", [UInt8](repeating: 0, count: 100))),
      // One image in another, where none may be.
      TraceFiles.jpeg([0xFF, 0xD8]),
    ]
    for bytes in refused { #expect(MetadataFreeCopy.make(of: bytes) == nil) }
    #expect(!MetadataFreeCopy.isPossible(of: [0xFF, 0xD8, 0xFF], size: MetadataFreeCopy.limit + 1))
  }
}
