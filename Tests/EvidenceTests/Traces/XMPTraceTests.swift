// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("What an XMP packet tells") struct XMPTraceTests {
  private func scan(_ bytes: [UInt8]) -> Set<Trace> { TraceScanner.scan(mediaType: "", bytes) }

  @Test(
    "XMP that tells nothing is nothing but what is known",
    arguments: [
      (
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmp:CreateDate=\"2021-03-14T10:00:00Z\"/></rdf:RDF>",
        true
      ),
      ("<xmp:CreatorTool>Paint 3.1</xmp:CreatorTool><dc:format>image/png</dc:format>", true),
      // A prefix bound to another namespace, the default one, an odd name.
      ("<xmp:CreateDate xmlns:xmp=\"http://ns.adobe.com/exif/1.0/\">2021</xmp:CreateDate>", false),
      (
        "<rdf:Description xmlns=\"http://ns.adobe.com/exif/1.0/\"><GPSLatitude>48</GPSLatitude></rdf:Description>",
        false
      ),
      ("<x:GPSLatitude>48</x:GPSLatitude>", false), ("<é:CreateDate>2021</é:CreateDate>", false),
      // A sentence where a date should be, a subject, text beside, what is not read.
      ("<xmp:CreateDate>chez Camille</xmp:CreateDate>", false),
      ("<rdf:Description rdf:about=\"Camille\"/>", false), ("<!-- Camille -->", false),
      ("<xmp:CreateDate>2021</xmp:CreateDate>Camille", false),
      ("<![CDATA[Camille]]>", false), ("<xmp:CreateDate", false),
      ("<xmp:CreatorTool>Camille à Lyon</xmp:CreatorTool>", false),
    ])
  func plainXMP(body: String, isPlain: Bool) {
    let found = scan(TraceFiles.jpeg(TraceFiles.xmpSegment(body)))
    #expect(!found.contains(where: \.holdsBack) == isPlain, "\(found)")
  }

  @Test("as UTF-16 it tells the same; a value may be long only where it is a program's name")
  func values() {
    func found(_ packet: [UInt8]) -> Set<Trace> {
      let start = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
      return scan(TraceFiles.jpeg(TraceFiles.segment(0xE1, start + packet)))
    }
    let wide = TraceFiles.xmp("<exif:GPSLatitude>").flatMap { [0, $0] as [UInt8] }
    #expect(found(wide) == [.location])
    let digits = String(repeating: "1", count: 41)
    #expect(found(TraceFiles.xmp("<xmp:Rating>\(digits)</xmp:Rating>")) == [.comment])
    #expect(found(TraceFiles.xmp("<xmp:Rating>\(digits.dropLast())</xmp:Rating>")).isEmpty)
    let tool = String(repeating: "a", count: 81)
    let named = TraceFiles.xmp("<xmp:CreatorTool>\(tool)</xmp:CreatorTool>")
    #expect(found(named) == [.software, .comment])
  }

  @Test("an attribute of structure says only what structure needs")
  func attributes() {
    func isPlain(_ attributes: String) -> Bool {
      let body = "<rdf:Description \(attributes) xmp:Rating=\"1\"/>"
      let packet = TraceFiles.xmpSegment(body)
      return !scan(TraceFiles.jpeg(packet)).contains(where: \.holdsBack)
    }
    #expect(isPlain("rdf:about=\"\" rdf:parseType=\"Resource\" xml:lang=\"fr\""))
    for told in [
      "rdf:about=\"Camille\"", "rdf:parseType=\"Camille\"", "xml:lang=\"Camille\"", "rdf:ID=\"a\"",
      "xml:base=\"a\"", "xmlns:xmp=\"http://ns.adobe.com/xap/2.0/\"", "xmlns:z=\"adobe:ns:meta/\"",
      "xmp:Rating", "xmp:Rating=1",
    ] { #expect(!isPlain(told), "\(told)") }
  }
}
