// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("What HEIC and WebP images tell in their parts") struct ImageItemTraceTests {
  private func scan(_ bytes: [UInt8]) -> Set<Trace> { TraceScanner.scan(mediaType: "", bytes) }

  @Test("of two lists where one may stand, another reader may take the other: unread")
  func doubles() {
    #expect(scan(TraceFiles.heicItems([])).isEmpty)
    let empty = TraceFiles.box("iinf", [0, 0, 0, 0, 0, 0])
    #expect(scan(TraceFiles.heicItems(empty)) == [.unread])
    let second = TraceFiles.box("meta", [0, 0, 0, 0])
    #expect(scan(TraceFiles.heicItems([], after: second)) == [.unread])
    #expect(scan(TraceFiles.heicItems(TraceFiles.box("udes", []))) == [.unread])
  }

  @Test("properties: sizes and turns are nothing, a profile may name a screen, a text is unread")
  func properties() {
    func with(_ held: [UInt8]) -> Set<Trace> {
      scan(TraceFiles.heicItems(TraceFiles.properties(held)))
    }
    func profile(_ name: String) -> [UInt8] {
      TraceFiles.box("colr", Array("prof".utf8) + Array(name.utf8))
    }
    #expect(with(TraceFiles.box("ispe", [0]) + TraceFiles.box("irot", [1])).isEmpty)
    #expect(with(TraceFiles.box("colr", Array("nclx".utf8) + [0, 1])).isEmpty)
    #expect(with(profile("Display P3")).isEmpty)
    #expect(with(profile("Ecran de Camille")) == [.device])
    #expect(with(TraceFiles.box("udes", Array("chez Camille".utf8))) == [.unread])
    let twice = TraceFiles.box("iprp", TraceFiles.box("ipco", []) + TraceFiles.box("ipco", []))
    #expect(scan(TraceFiles.heicItems(twice)) == [.unread])
  }

  @Test("an item in pieces is put together; one of two places, or elsewhere, is unread")
  func places() {
    let packet = TraceFiles.xmp("<dc:creator>")
    let inPieces = TraceFiles.heicPacket(packet) { offset, count in
      [TraceFiles.location([(offset, 24), (offset + 24, count - 24)])]
    }
    #expect(scan(inPieces) == [.author])
    // No length: to the end of the file.
    let open = TraceFiles.heicPacket(packet) { offset, _ in [TraceFiles.location([(offset, 0)])] }
    #expect(scan(open) == [.author])
    let plain = TraceFiles.xmp("<xmp:CreateDate>2021</xmp:CreateDate>")
    let once = TraceFiles.heicPacket(plain) { [TraceFiles.location([($0, $1)])] }
    #expect(scan(once).isEmpty)
    let twice = TraceFiles.heicPacket(plain) { offset, count in
      [TraceFiles.location([(offset, count)]), TraceFiles.location([(offset, count)])]
    }
    #expect(scan(twice) == [.unread])
    // Method 1: in a box of the list itself, which is not followed.
    for (method, found) in [(0, Set<Trace>()), (1, [.unread])] {
      let made = TraceFiles.heicPacket(plain, version: 1) { offset, count in
        [TraceFiles.location([(offset, count)], method: method)]
      }
      #expect(scan(made) == found, "\(method)")
    }
  }

  @Test("each frame of an animated WebP is looked at")
  func frames() {
    func frame(_ parts: [(String, [UInt8])], head: Int = 16) -> Set<Trace> {
      let held = TraceFiles.riff("    ", parts).dropFirst(12)
      let start = [UInt8](repeating: 0, count: head)
      return scan(TraceFiles.riff("WEBP", [("ANIM", [0]), ("ANMF", start + held)]))
    }
    #expect(frame([("ALPH", [1]), ("VP8 ", [1])]).isEmpty)
    #expect(frame([("VP8L", [1]), ("note", [1])]) == [.unread])
    #expect(
      frame([("VP8 ", [1]), ("EXIF", TraceFiles.exif())]).isSuperset(of: [.location, .author]))
    #expect(frame([], head: 15) == [.unread])
  }

  @Test("parts of a WebP or WAVE have their size; a profile and what stands after the end are seen")
  func parts() {
    #expect(scan(TraceFiles.riff("WEBP", [("VP8X", [UInt8](repeating: 0, count: 10))])).isEmpty)
    #expect(
      scan(TraceFiles.riff("WEBP", [("VP8X", [UInt8](repeating: 0, count: 11))])) == [.unread])
    #expect(scan(TraceFiles.riff("WEBP", [("ICCP", Array("sRGB".utf8))])).isEmpty)
    #expect(scan(TraceFiles.riff("WEBP", [("ICCP", Array("Ecran".utf8))])) == [.device])
    #expect(scan(TraceFiles.riff("WEBP", [("VP8 ", [1])]) + [7]) == [.embedded])
    #expect(scan(TraceFiles.riff("WAVE", [("LIST", Array("INFOISFT".utf8))])) == [.software])
  }
}
