// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

private typealias Case = (made: [UInt8], found: Set<Trace>)

@Suite("What a file tells besides what it shows") struct TraceScannerTests {
  private func scan(_ bytes: [UInt8], _ type: String = "") -> Set<Trace> {
    TraceScanner.scan(mediaType: type, bytes)
  }

  @Test("a JPEG: position, owner and device in Exif, each found alone")
  func exif() {
    #expect(scan(TraceFiles.photo) == [.location, .author, .device, .embedded])
    let cases: [Case] = [
      (TraceFiles.exif(), [.location, .author, .device]),
      (TraceFiles.exif(device: false, owner: false), [.location]),
      (TraceFiles.exif(device: false, position: false), [.author]),
      (TraceFiles.exif(owner: false, position: false), [.device]),
      (TraceFiles.exif(device: false, owner: false, position: false), []),
    ]
    for (bytes, found) in cases {
      #expect(scan(TraceFiles.jpeg(TraceFiles.exifSegment(bytes))) == found)
      #expect(scan(TraceFiles.png(TraceFiles.chunk("eXIf", bytes))) == found)
      #expect(scan(TraceFiles.riff("WEBP", [("VP8 ", [1]), ("EXIF", bytes)])) == found)
      #expect(scan(bytes) == found)
    }
  }

  @Test("what the file is comes from its bytes, not from its name")
  func content() {
    #expect(scan(TraceFiles.photo, "text/plain").contains(.location))
    #expect(scan(TraceFiles.mail, "text/plain").contains(.network))
    #expect(scan([1, 2, 3], "image/jpeg") == [.unread])
    #expect(scan([], "application/pdf").isEmpty)
  }

  @Test("the other places of a JPEG")
  func jpeg() {
    let cases: [([UInt8], Set<Trace>)] = [
      ([], []),
      (TraceFiles.xmpSegment("exif:GPSLatitude=\"48,51.4N\""), [.location]),
      (TraceFiles.xmpSegment("<dc:creator>"), [.author]),
      (TraceFiles.xmpSegment("tiff:Model=\"x\""), [.device]),
      (TraceFiles.xmpSegment("inconnu"), [.comment]),
      (TraceFiles.xmpSegment("a:inconnu=\"1\""), [.comment]),
      (TraceFiles.xmpSegment("<xmp:CreateDate>2021-03-14</xmp:CreateDate>"), []),
      (TraceFiles.iptcSegment(90, "Lyon"), [.location]),
      (TraceFiles.iptcSegment(80, "Camille"), [.author]),
      (TraceFiles.iptcSegment(120, "texte"), [.comment]),
      (TraceFiles.segment(0xFE, Array("texte".utf8)), [.comment]),
      (TraceFiles.segment(0xE2, Array("MPF\0".utf8)), [.embedded]),
      (TraceFiles.segment(0xE2, Array("ICC_PROFILE\0 sRGB".utf8)), []),
      (TraceFiles.segment(0xE2, Array("ICC_PROFILE\0 Ecran".utf8)), [.device]),
      (TraceFiles.segment(0xEB, [1, 2]), [.unread]),
      (TraceFiles.segment(0xE0, Array("JFXX\0".utf8)), [.embedded]),
    ]
    for (segments, found) in cases { #expect(scan(TraceFiles.jpeg(segments)) == found) }
    #expect(scan(TraceFiles.jpeg(after: [0, 0])).isEmpty)
    #expect(scan(TraceFiles.jpeg(after: [0, 1])) == [.embedded])
    #expect(scan(TraceFiles.jpeg().dropLast(2)) == [.unread])
    // A stuffed byte and a restart are data; what follows is still seen.
    let data: [UInt8] = [0xFF, 0, 0xFF, 0xD0, 0x0F, 0xFF, 0xD9, 7]
    #expect(scan(TraceFiles.jpeg().dropLast(3) + data) == [.embedded])
  }

  @Test("a PNG: texts, what cannot be decompressed, what stands after its end")
  func png() {
    #expect(scan(TraceFiles.png()).isEmpty)
    let cases: [Case] = [
      (TraceFiles.pngText("Author", "x"), [.author]),
      (TraceFiles.pngText("Software", "x"), [.software]),
      (TraceFiles.pngText("Comment", "x"), [.comment]),
      (TraceFiles.pngText("Raw profile type exif", "x"), [.unread]),
      (TraceFiles.chunk("zTXt", Array("Author\0\0x".utf8)), [.unread]),
      (TraceFiles.chunk("iCCP", Array("x\0\0x".utf8)), [.unread]),
      (TraceFiles.chunk("iTXt", Array("Author\0\u{1}\0\0\0x".utf8)), [.unread]),
      (TraceFiles.chunk("iTXt", Array("Author\0\0\0\0\0x".utf8)), [.author]),
      (TraceFiles.chunk("tIME", [7, 0xE5, 3, 14, 0, 0, 0]), []),
      (TraceFiles.chunk("gAMA", [0, 0, 0, 0, 1]), [.unread]),
      (TraceFiles.chunk("abCd", []), [.unread]),
    ]
    for (chunk, found) in cases { #expect(scan(TraceFiles.png(chunk)) == found) }
    let packet =
      Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + TraceFiles.xmp("photoshop:City=\"Lyon\"")
    #expect(scan(TraceFiles.png(TraceFiles.chunk("iTXt", packet))) == [.location])
    #expect(scan(TraceFiles.png(after: [1])) == [.embedded])
    #expect(scan(TraceFiles.png().dropLast(12)) == [.unread])
  }

  @Test("HEIC items and the boxes of recordings")
  func boxes() {
    #expect(scan(TraceFiles.heicPhoto) == [.location, .author, .device])
    let packet = TraceFiles.xmp("exif:GPSLongitude")
    #expect(scan(TraceFiles.heic("mime", packet, mime: "application/rdf+xml")) == [.location])
    #expect(scan(TraceFiles.heic("abcd", [1])) == [.unread])
    #expect(scan(TraceFiles.recording([], [])).isEmpty)
    let place = Array("+48.85+002.35/".utf8)
    #expect(scan(TraceFiles.recording([0xA9] + Array("xyz".utf8), place)) == [.location])
    #expect(scan(TraceFiles.recording(Array("loci".utf8), [])) == [.location])
    #expect(scan(TraceFiles.recording([0xA9] + Array("mod".utf8), [1])) == [.device])
    #expect(scan(TraceFiles.recording([0xA9] + Array("ART".utf8), [1])) == [.author])
    #expect(scan(TraceFiles.recording([0xA9] + Array("too".utf8), [1])) == [.software])
    #expect(scan(TraceFiles.recording(Array("abcd".utf8), [1])) == [.comment])
    #expect(scan(TraceFiles.track("vide")).isEmpty)
    #expect(scan(TraceFiles.track("camm")) == [.unread])
    let recording = TraceFiles.recording([], [])
    #expect(scan(recording + TraceFiles.box("abcd", [])) == [.unread])
    #expect(scan(recording + TraceFiles.box("free", [0, 0])).isEmpty)
    #expect(scan(recording + TraceFiles.box("free", [0, 1])) == [.unread])
  }

  @Test("office files, messages, text, sound, and formats that are not known")
  func others() {
    let office = TraceFiles.zip(["[Content_Types].xml", "docProps/core.xml", "word/media/a.png"])
    #expect(scan(office) == [.author, .embedded, .unread])
    #expect(scan(TraceFiles.zip(["mimetype", "meta.xml"])) == [.author, .unread])
    #expect(scan(TraceFiles.zip(["a"])) == [.unread])
    #expect(scan(TraceFiles.mail, "message/rfc822") == [.author, .device, .network])
    #expect(scan(Array("Bonjour\r\nFrom: a\r\nTo: b\r\n".utf8), "text/plain").isEmpty)
    #expect(scan(Array("<html>".utf8), "text/html") == [.unread])
    #expect(scan([0x41, 0], "text/plain") == [.unread])
    #expect(scan(TraceFiles.riff("WAVE", [("fmt ", [1]), ("data", [1, 2])])).isEmpty)
    let artist = Array("INFOIART".utf8)
    #expect(scan(TraceFiles.riff("WAVE", [("LIST", artist)])) == [.author, .comment])
    #expect(scan(TraceFiles.riff("WAVE", [("bext", [])])) == [.unread])
    for start in ["OggS", "ID3", "GIF89a", "fLaC"] { #expect(scan(Array(start.utf8)) == [.unread]) }
  }

  @Test("a program's name alone keeps nothing back; everything else does")
  func holdsBack() {
    #expect(Set(Trace.allCases.filter { !$0.holdsBack }) == [.software])
  }

  @Test("an error of the source is the caller's")
  func source() {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      try TraceScanner.scan(mediaType: "", size: 100) { _, _ in throw Broken() }
    }
  }
}
