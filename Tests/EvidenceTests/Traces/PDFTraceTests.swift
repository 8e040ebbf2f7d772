// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("What a PDF tells besides its pages") struct PDFTraceTests {
  private func scan(_ bytes: [UInt8]) -> Set<Trace> { TraceScanner.scan(mediaType: "", bytes) }

  @Test("PDF dictionaries, by their names")
  func pdf() {
    let cases: [(objects: String, found: Set<Trace>)] = [
      ("", []),
      ("<< /Author (Camille) >>", [.author]), ("<< /A#75thor (Camille) >>", [.author]),
      ("<< /Producer (x) >>", [.software]), ("<< /Type /ObjStm >>", [.unread]),
      ("<< /Encrypt 3 0 R >>", [.unread]), ("<< /Metadata 3 0 R >>", [.unread]),
      ("<< /Type /EmbeddedFile >>", [.embedded]), ("%%EOF", [.embedded]),
      ("/Metadata <x:xmpmeta><dc:creator></x:xmpmeta>", [.author]),
      ("/Metadata <x:xmpmeta><xmp:CreatorTool></x:xmpmeta> a:City", [.software]),
      ("/Metadata <x:xmpmeta><xmp:CreateDate></x:xmpmeta>", []),
      ("/Metadata <x:xmpmeta><xmp:CreatorTool a:inconnu='1'></x:xmpmeta>", [.software, .comment]),
      ("<< /Title (x) >>", [.comment]),
    ]
    for (objects, found) in cases { #expect(scan(TraceFiles.pdf(objects)) == found, "\(objects)") }
    #expect(scan(TraceFiles.pdf("%%EOF /Linearized 1")).isEmpty)
    #expect(scan(TraceFiles.pdf("", end: "")) == [.unread])
    let inside = TraceFiles.pdf("stream") + Array("Exif\0\0".utf8) + TraceFiles.exif()
    #expect(scan(inside).isSuperset(of: [.location, .device, .author]))
    // Beyond the first window.
    let padding = String(repeating: " ", count: 3 << 20)
    #expect(scan(TraceFiles.pdf(padding + "<< /Author (x) >>")) == [.author])
  }

  @Test("PDF: notes, forms, packets, pictures inside, and what follows the end")
  func pdfRest() {
    let cases: [(objects: String, found: Set<Trace>)] = [
      ("<< /Type /Annot /Subtype /Ink /T (Camille) >>", [.author]),
      ("<< /Type /Annot /Subtype /Link >>", []),
      ("<< /AcroForm 2 0 R >> << /FT /Tx /V (Camille) >>", [.comment]),
      // Two packets are named, one can be read.
      ("/Metadata /Metadata <x:xmpmeta></x:xmpmeta> /Metadata /Metadata", [.comment, .unread]),
      ("/Metadata /Metadata <rdf:RDF><dc:creator>", [.unread]),
      (
        "<< /Type /Metadata /Filter /FlateDecode >> << /Type /Metadata >> <x:xmpmeta xmp:Rating='1'></x:xmpmeta>",
        [.unread]
      ),
      ("<< /Type /Metadata >> <x:xmpmeta xmp:Rating='1'></x:xmpmeta> <xmpmeta>", [.unread]),
      ("<< /FT /Tx /V (Camille) >>", [.comment]), ("<< /S /JavaScript >>", [.unread]),
    ]
    for (objects, found) in cases { #expect(scan(TraceFiles.pdf(objects)) == found, "\(objects)") }
    func holding(_ segments: [UInt8]) -> Set<Trace> {
      scan(Array("%PDF-1.4\n".utf8) + TraceFiles.jpeg(segments) + Array("\n%%EOF\n".utf8))
    }
    #expect(holding([]).isEmpty)
    #expect(holding(TraceFiles.segment(0xFE, Array("texte".utf8))) == [.comment])
    #expect(holding(TraceFiles.iptcSegment(90, "Lyon")) == [.comment])
    #expect(holding(TraceFiles.segment(0xEB, [1, 2])) == [.unread])
    #expect(scan(TraceFiles.pdf("") + Array("\r\n \0".utf8)).isEmpty)
    #expect(scan(TraceFiles.pdf("") + [0x50, 0x4B, 3, 4]) == [.embedded])
  }

  @Test("notes in the margin name who wrote them, a form what was typed, a signature who signed")
  func notes() {
    for kind in ["Popup", "FreeText", "Highlight", "Sig"] {
      #expect(scan(TraceFiles.pdf("<< /Type /Annot /Subtype /\(kind) >>")) == [.author], "\(kind)")
    }
    // As `#54`, and in another dictionary than the note's: read by names alone.
    #expect(scan(TraceFiles.pdf("<< /#41nnot >> << /#54 (Camille) >>")) == [.author])
    #expect(scan(TraceFiles.pdf("<< /Type /Font /T (x) /V 1 >>")).isEmpty)
    #expect(scan(TraceFiles.pdf("<< /AcroForm 2 0 R >>")).isEmpty)
  }

  @Test("every packet is read: the second may tell what the first does not")
  func packets() {
    let bare = "<x:xmpmeta xmp:Rating='1'></x:xmpmeta>"
    let plain = bare + " endstream "
    let telling = "<x:xmpmeta><dc:creator></x:xmpmeta>"
    let named = "<< /Type /Metadata >> "
    #expect(scan(TraceFiles.pdf(named + plain + named + plain)).isEmpty)
    #expect(scan(TraceFiles.pdf(named + plain + named + telling)) == [.author])
    #expect(scan(TraceFiles.pdf(named + bare + "\n<?xpacket end='w'?>")).isEmpty)
    // Outside its packet programs read it all the same.
    #expect(scan(TraceFiles.pdf(named + bare + "<rdf:Description dc:title='x'/>")) == [.unread])
  }

  @Test(
    "a picture inside that cannot be followed is unread; after the end, so much blank is a file")
  func pictures() {
    let start = Array("%PDF-1.4\n".utf8)
    let end = Array("\n%%EOF\n".utf8)
    #expect(scan(start + [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 1, 2] + end) == [.unread])
    let blank = [UInt8](repeating: 0x20, count: 4097)
    #expect(scan(TraceFiles.pdf("") + blank) == [.embedded])
    #expect(scan(TraceFiles.pdf("") + blank.prefix(4000)).isEmpty)
  }
}
