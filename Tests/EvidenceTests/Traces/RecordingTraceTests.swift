// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

/// Cameras and drones write where they were, and with what, in places that no player shows.
@Suite("What a recording tells in its boxes") struct RecordingTraceTests {
  private func scan(_ bytes: [UInt8]) -> Set<Trace> { TraceScanner.scan(mediaType: "", bytes) }

  @Test("a track of image and sound tells nothing; one of anything else is unread")
  func handlers() {
    #expect(scan(TraceFiles.film()).isEmpty)
    #expect(scan(TraceFiles.film(handler: TraceFiles.handler("soun"))).isEmpty)
    for type in ["text", "sbtl", "subt", "clcp", "meta", "camm", "tmcd", "data"] {
      #expect(scan(TraceFiles.film(handler: TraceFiles.handler(type))) == [.unread], "\(type)")
    }
  }

  @Test("a track's name: those that programs give are nothing, any other is a text")
  func names() {
    func named(_ name: String, pascal: Bool = false) -> Set<Trace> {
      let bytes = Array(name.utf8)
      let name = pascal ? [UInt8(bytes.count)] + bytes : bytes + [0]
      return scan(TraceFiles.film(handler: TraceFiles.handler("vide", name)))
    }
    #expect(named("VideoHandler").isEmpty)
    #expect(named("Core Media Video", pascal: true).isEmpty)
    #expect(named("ISO Media file produced by Google Inc.") == [.software])
    #expect(named("GoPro AVC") == [.comment])
    #expect(named("VideoHandler de Camille") == [.comment])
  }

  @Test("samples that are text or positions are unread, even in a track that says it is video")
  func samples() {
    for codec in ["avc1", "hvc1", "av01", "mp4a", "Opus"] {
      #expect(scan(TraceFiles.film(samples: TraceFiles.description(codec))).isEmpty, "\(codec)")
    }
    for codec in ["tx3g", "text", "wvtt", "stpp", "mett", "mebx", "gpmd", "camm"] {
      let found = scan(TraceFiles.film(samples: TraceFiles.description(codec)))
      #expect(found == [.unread], "\(codec)")
    }
  }

  @Test("a compressor's name is a device, unless it is a program's or a method's")
  func compressors() {
    let cases: [(name: String, found: Set<Trace>)] = [
      ("AVC Coding", []), ("Lavc59.37.100 libx264", [.software]), ("GoPro AVC encoder", [.device]),
      ("Ambarella AVC encoder", [.device]),
    ]
    for (name, found) in cases {
      let samples = TraceFiles.description("avc1", compressor: name)
      #expect(scan(TraceFiles.film(samples: samples)) == found, "\(name)")
    }
    // Sound has no such place: what stands there is numbers.
    let sound = TraceFiles.description("mp4a", compressor: "GoPro")
    #expect(scan(TraceFiles.film(samples: sound)).isEmpty)
  }

  @Test("references between tracks are lists of numbers, and nothing else")
  func references() {
    func referring(_ type: String, _ count: Int) -> Set<Trace> {
      let list = TraceFiles.box(type, [UInt8](repeating: 0, count: count))
      return scan(TraceFiles.film(track: TraceFiles.box("tref", list)))
    }
    #expect(referring("cdsc", 4).isEmpty && referring("chap", 64).isEmpty)
    for (type, count) in [("note", 4), ("cdsc", 5), ("cdsc", 68)] {
      #expect(referring(type, count) == [.unread], "\(type) \(count)")
    }
  }

  @Test("a table is as long as its entries; one byte more could be anything's first")
  func tables() {
    let cases: [(type: String, head: [Int], words: Int)] = [
      ("stts", [2], 4), ("ctts", [1], 2), ("stss", [3], 3), ("stsc", [1], 3), ("stco", [2], 2),
      ("co64", [1], 2), ("stsz", [0, 4], 4), ("stsz", [512, 4], 0),
    ]
    for (type, head, words) in cases {
      let exact = TraceFiles.table(type, head, words)
      #expect(scan(TraceFiles.film(samples: exact)).isEmpty, "\(type)")
      let longer = TraceFiles.table(type, head, words, more: [0x4C])
      #expect(scan(TraceFiles.film(samples: longer)) == [.unread], "\(type)")
    }
    // Samples of one size need no list: the one that is there is not for them.
    #expect(scan(TraceFiles.film(samples: TraceFiles.table("stsz", [512, 4], 4))) == [.unread])
  }

  @Test("boxes of numbers have their size; unknown ones are unread at every depth")
  func sizes() {
    func header(_ count: Int) -> [UInt8] {
      TraceFiles.box("smhd", [UInt8](repeating: 0, count: count))
    }
    #expect(scan(TraceFiles.film(movie: header(8))).isEmpty)
    #expect(scan(TraceFiles.film(movie: header(9))) == [.unread])
    let unknown = TraceFiles.box("GPRI", [1])
    for film in [
      TraceFiles.film(movie: unknown), TraceFiles.film(track: unknown),
      TraceFiles.film(samples: unknown), TraceFiles.film() + unknown,
    ] { #expect(scan(film) == [.unread]) }
  }

  @Test("a packet of XMP in a box of its own is read; other private boxes are unread")
  func privateBoxes() {
    let adobe: [UInt8] = [
      0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF,
      0xAC,
    ]
    let author = TraceFiles.xmp("<dc:creator>")
    #expect(scan(TraceFiles.film() + TraceFiles.box("uuid", adobe + author)) == [.author])
    let other = TraceFiles.box("uuid", adobe.reversed() + author)
    #expect(scan(TraceFiles.film() + other).contains(.unread))
  }
}
