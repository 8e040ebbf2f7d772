// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

/// A file may have been made by whoever wants the vault to fall over.
@Suite("Hostile files") struct HostileTraceTests {
  private static var samples: [(name: String, bytes: [UInt8])] {
    let xmp = TraceFiles.xmpSegment("<dc:creator>") + TraceFiles.iptcSegment(90, "Lyon")
    return [
      ("photo", TraceFiles.photo), ("jpeg", TraceFiles.jpeg(xmp)),
      ("png", TraceFiles.png(TraceFiles.pngText("Author", "x"))),
      ("exif png", TraceFiles.png(TraceFiles.chunk("eXIf", TraceFiles.exif()))),
      ("tiff", TraceFiles.exif()), ("heic", TraceFiles.heicPhoto),
      ("recording", TraceFiles.recording(Array("loci".utf8), [1])),
      ("track", TraceFiles.track("camm")), ("pdf", TraceFiles.pdf("<< /Author (x) >>")),
      ("zip", TraceFiles.zip(["docProps/core.xml", "meta.xml"])), ("mail", TraceFiles.mail),
      ("webp", TraceFiles.riff("WEBP", [("VP8 ", [1]), ("EXIF", TraceFiles.exif())])),
    ]
  }

  @Test("truncated, flipped, spliced or random bytes never trap", .timeLimit(.minutes(20)))
  func variations() {
    for (name, bytes) in Self.samples {
      for hostile in Fuzzing.hostile(bytes, seed: name) {
        _ = TraceScanner.scan(mediaType: "", hostile)
        guard let copy = MetadataFreeCopy.make(of: hostile) else { continue }
        #expect(TraceScanner.scan(mediaType: "", copy).isEmpty)
      }
    }
  }

  @Test("every cut of a photo that tells something is unread, or still tells it")
  func truncated() {
    let photo = TraceFiles.jpeg(TraceFiles.exifSegment(TraceFiles.exif()))
    for cut in Fuzzing.truncations(of: photo).dropFirst(4) {
      #expect(!TraceScanner.scan(mediaType: "image/jpeg", cut).isEmpty)
    }
  }

  @Test("lengths of every extreme, over the whole of each sample")
  func lengths() {
    for (_, bytes) in Self.samples {
      for index in stride(from: 0, to: bytes.count - 8, by: 3) {
        for width in [1, 2, 4, 8] {
          for value: UInt8 in [0, 0x7F, 0xFF] {
            var changed = bytes
            for place in index..<index + width { changed[place] = value }
            _ = TraceScanner.scan(mediaType: "", changed)
          }
        }
      }
    }
  }

  @Test("directories that lead to themselves, or to many, come to an end")
  func loops() {
    // IFD0 whose next directory is IFD0.
    let own = Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 0, 0, 0, 0, 8]
    #expect(TraceScanner.scan(mediaType: "", own) == [.unread])
    var nested = TraceFiles.box("moov", [])
    for _ in 0..<2000 { nested = TraceFiles.box("moov", nested) }
    #expect(TraceScanner.scan(mediaType: "", nested).contains(.unread))
  }

  @Test("a huge file is read in bounded parts, and said to be unread")
  func huge() throws {
    for start in [TraceFiles.jpeg(), TraceFiles.pdf(""), TraceFiles.mail, [0x49, 0x49, 0x2A, 0]] {
      var (total, largest) = (0, 0)
      let found = try TraceScanner.scan(mediaType: "", size: 1 << 41) { offset, count in
        total += count
        largest = max(largest, count)
        let known = Int(clamping: offset) < start.count ? start.dropFirst(Int(offset)) : []
        return known.prefix(count) + [UInt8](repeating: 0x20, count: max(0, count - known.count))
      }
      #expect(!found.isEmpty)
      #expect(total <= 64 << 20 && largest <= 2 << 20)
    }
  }

  @Test("a source that gives less than it was asked for is malformed, not a trap")
  func shortSource() throws {
    let found = try TraceScanner.scan(mediaType: "", size: 1000) { _, _ in [0xFF, 0xD8] }
    #expect(found == [.unread])
  }
}
