// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import TestSupport
import Testing

@Suite("TarReader")
struct TarReaderTests {
  private typealias Samples = TarSamples

  private static let long = String(repeating: "n", count: 110)

  @Test("gives back what was written, whether contents are read or skipped")
  func roundTrip() throws {
    let files: [(String, [UInt8])] = [
      ("bagit.txt", Array("abc".utf8)), ("data/empty", []),
      ("data/block", [UInt8](repeating: 7, count: 512)),
      ("data/big", SeededRandom(seed: "tar").bytes(200_001)), (Self.long, [1]),
      (String(repeating: "p", count: 60) + "/" + String(repeating: "q", count: 59), [2]),
    ]
    let archive = try Samples.archive(files)
    let read = try Samples.read(archive)
    #expect(read.map(\.entry.path.description) == files.map(\.0))
    #expect(read.map(\.content) == files.map(\.1))
    let reader = TarReader(ArraySource(archive))
    var sizes: [UInt64] = []
    while let entry = try reader.next() { sizes.append(entry.size) }
    #expect(sizes == files.map { UInt64($0.1.count) })
    #expect(try reader.next() == nil)
  }

  @Test("reads the test's own headers, so that the refusals below are for their stated reason")
  func ownHeaders() throws {
    let archive =
      Samples.header("a", size: Samples.octal(1)) + Samples.padded([1])
      + Samples.pax("120 path=\(Self.long)\n") + Samples.header(String(Self.long.prefix(100)))
      + Samples.header("b", prefix: "p")
    for padding in [0, 512, 20480] {
      let read = try Samples.read(archive + Samples.end + [UInt8](repeating: 0, count: padding))
      #expect(read.map(\.entry.path.description) == ["a", Self.long, "p/b"])
    }
  }

  /// Hostile archives, without their end, and why each is refused.
  private static let hostile: [(what: String, bytes: [UInt8], error: TarError)] = {
    let file = Samples.header("a")
    let cut = String(long.prefix(100))
    let big = "16 size=8589934592\n"
    return [
      ("absolute", Samples.header("/etc/passwd"), .unsafePath),
      ("parent", Samples.header("../a"), .unsafePath),
      ("parent by prefix", Samples.header("a", prefix: ".."), .unsafePath),
      ("empty prefix part", Samples.header("b", prefix: "a/"), .unsafePath),
      ("backslash", Samples.header("a\\b"), .unsafePath),
      ("drive", Samples.header("C:a"), .unsafePath),
      ("reserved", Samples.header("x/Nul.txt"), .unsafePath),
      ("no name", Samples.header(""), .unsafePath),
      ("folder by name", Samples.header("a/"), .unsafePath),
      ("text after NUL", Samples.header("a\u{0}b"), .malformedHeader),
      ("hard link", Samples.header("a", type: "1", link: "b"), .unsupportedEntry),
      ("symbolic link", Samples.header("a", type: "2", link: "/etc"), .unsupportedEntry),
      ("device", Samples.header("a", type: "3"), .unsupportedEntry),
      ("folder", Samples.header("a", type: "5"), .unsupportedEntry),
      ("pipe", Samples.header("a", type: "6"), .unsupportedEntry),
      ("contiguous", Samples.header("a", type: "7"), .unsupportedEntry),
      ("old regular", Samples.header("a", type: "\u{0}"), .unsupportedEntry),
      ("GNU long name", Samples.header("././@LongLink", type: "L"), .unsupportedEntry),
      ("GNU long link", Samples.header("././@LongLink", type: "K"), .unsupportedEntry),
      ("GNU sparse", Samples.header("a", type: "S"), .unsupportedEntry),
      ("GNU volume", Samples.header("a", type: "V"), .unsupportedEntry),
      ("pax global", Samples.pax("9 size=1\n", type: "g"), .unsupportedEntry),
      ("link name on a file", Samples.header("a", link: "b"), .malformedHeader),
      ("duplicate", file + file, .duplicatePath),
      ("case", file + Samples.header("A"), .duplicatePath),
      ("folder case", Samples.header("d/a") + Samples.header("D/b"), .collidingPath),
      ("file then folder", file + Samples.header("A/b"), .collidingPath),
      ("folder then file", Samples.header("a/b") + Samples.header("a"), .collidingPath),
      ("deep folder then file", Samples.header("a/b/c") + Samples.header("A"), .collidingPath),
      ("checksum", Samples.header("a", checksumOffset: 1), .badChecksum),
      ("GNU magic", Samples.header("a", magic: "ustar  \u{0}"), .malformedHeader),
      ("no magic", Samples.header("a", magic: ""), .malformedHeader),
      ("executable", Samples.header("a", mode: "0000755"), .malformedHeader),
      ("setuid", Samples.header("a", mode: "0004644"), .malformedHeader),
      ("owner", Samples.header("a", owner: "0001750"), .malformedHeader),
      ("owner name", Samples.header("a", ownerName: "root"), .malformedHeader),
      ("short octal", Samples.header("a", size: "0 "), .malformedHeader),
      ("spaced octal", Samples.header("a", size: "          0"), .malformedHeader),
      ("negative", Samples.header("a", size: "-0000000001"), .malformedHeader),
      ("octal without end", Samples.header("a", size: "000000000000"), .malformedHeader),
      ("not octal", Samples.header("a", size: "00000000008"), .malformedHeader),
      (
        "base-256 size", Samples.patched(file, at: 124, [0x80] + [UInt8](repeating: 0, count: 11)),
        .malformedHeader
      ),
      ("reserved bytes", Samples.patched(file, at: 500, [1]), .malformedHeader),
      ("another time", file + Samples.header("b", time: "14735102601"), .malformedHeader),
      (
        "data after the claim",
        Samples.header("a", size: Samples.octal(1)) + [1, 2] + [UInt8](repeating: 0, count: 510),
        .trailingBytes
      ),
      (
        "one zero block", file + [UInt8](repeating: 0, count: 512) + Samples.header("b"),
        .trailingBytes
      ),
      ("pax of nothing", Samples.pax("") + file, .malformedExtension),
      ("pax path not needed", Samples.pax("10 path=b\n") + file, .malformedExtension),
      ("pax size not needed", Samples.pax("9 size=1\n") + file, .malformedExtension),
      ("pax link", Samples.pax("14 linkpath=b\n") + file, .malformedExtension),
      ("pax sparse", Samples.pax("22 GNU.sparse.major=1\n") + file, .malformedExtension),
      ("pax time", Samples.pax("11 mtime=1\n") + file, .malformedExtension),
      ("pax length too long", Samples.pax("99999 path=\(long)\n"), .malformedExtension),
      ("pax length negative", Samples.pax("-9 size=1\n"), .malformedExtension),
      ("pax length short", Samples.pax("3 s"), .malformedExtension),
      ("pax without newline", Samples.pax("120 path=\(long)x"), .malformedExtension),
      ("pax leading zero", Samples.pax("0121 path=\(long)\n"), .malformedExtension),
      ("pax two paths", Samples.pax("120 path=\(long)\n120 path=\(long)\n"), .malformedExtension),
      ("pax order", Samples.pax("19 size=8589934592\n120 path=\(long)\n"), .malformedExtension),
      ("pax wrong count", Samples.pax(big), .malformedExtension),
      (
        "pax absolute path",
        Samples.pax("121 path=/\(long)\n") + Samples.header(String(("/" + long).prefix(100))),
        .unsafePath
      ),
      ("pax over another name", Samples.pax("120 path=\(long)\n") + file, .malformedExtension),
      (
        "pax of pax", Samples.pax("120 path=\(long)\n") + Samples.pax("120 path=\(long)\n"),
        .malformedExtension
      ),
      ("pax at the end", Samples.pax("120 path=\(long)\n"), .malformedExtension),
      (
        "pax size twice said",
        Samples.pax("19 size=8589934592\n") + Samples.header("a", size: Samples.octal(1)),
        .malformedExtension
      ),
      ("pax size absurd", Samples.pax("29 size=18446744073709551615\n") + file, .oversize),
      (
        "pax size beyond 64 bits", Samples.pax("30 size=118446744073709551615\n") + file,
        .malformedExtension
      ),
      (
        "pax too long", Samples.header("PaxHeaders/memo", size: Samples.octal(4097), type: "x"),
        .malformedExtension
      ),
      (
        "pax huge", Samples.header("PaxHeaders/memo", size: "77777777777", type: "x"),
        .malformedExtension
      ),
      ("truncated 8 GiB", Samples.header("a", size: "77777777777"), .truncated),
      ("truncated by pax", Samples.pax("19 size=8589934592\n") + file, .truncated),
      ("unfinished", file, .truncated),
    ]
  }()

  @Test("refuses hostile archives, each for its own reason")
  func hostileArchives() {
    for (what, bytes, error) in Self.hostile {
      let end = error == .truncated ? [] : Samples.end
      #expect(throws: error, "\(what)") { try Samples.read(bytes + end) }
    }
  }

  @Test("refuses anything after the end")
  func trailing() throws {
    let archive = try Samples.archive([("a", [1])])
    let long = [UInt8](repeating: 0, count: 20480)
    #expect(throws: TarError.trailingBytes) { try Samples.read(archive + long + Samples.end) }
    #expect(throws: TarError.trailingBytes) { try Samples.read(archive + [1]) }
    #expect(throws: TarError.trailingBytes) { try Samples.read(archive + archive) }
    #expect(throws: TarError.truncated) { try Samples.read(archive + [0]) }
  }

  @Test("an error stays")
  func errorStays() {
    let reader = TarReader(ArraySource(Samples.header("/a") + Samples.end))
    for _ in 0..<3 { #expect(throws: TarError.unsafePath) { try reader.next() } }
  }

  @Test("counts are bounded")
  func bounded() throws {
    var folders: [UInt8] = []
    for number in 0...10_000 { folders += Samples.header("\(number)/a") }
    #expect(throws: TarError.tooManyEntries) { try Samples.read(folders + Samples.end) }
  }

  @Test("refuses every truncation of a small archive")
  func truncations() throws {
    let archive = try Samples.archive([("data/a", [1, 2, 3]), (Self.long, [4])])
    for count in 0..<archive.count {
      #expect(throws: TarError.truncated) { try Samples.read(Array(archive.prefix(count))) }
    }
  }

  /// Every bit of what is not zero, one bit of what is.
  private func flips(_ archive: [UInt8]) -> [[UInt8]] {
    archive.indices.flatMap { position in
      (archive[position] == 0 ? position % 8..<position % 8 + 1 : 0..<8).map { bit in
        var damaged = archive
        damaged[position] ^= 1 << UInt8(bit)
        return damaged
      }
    }
  }

  @Test("a flipped bit is refused or changes nothing but contents")
  func bitFlips() throws {
    let archive = try Samples.archive([("data/a", [1, 2, 3])])
    let expected = try Samples.read(archive).map(\.entry)
    let kept = flips(archive).compactMap { try? Samples.read($0).map(\.entry) }
    #expect(kept == [[TarEntry]](repeating: expected, count: 3 * 8))
  }

  @Test("a flipped bit in a pax header is refused, or gives another safe name")
  func paxBitFlips() throws {
    let archive = try Samples.archive([(Self.long, [])])
    // The bytes of the name that the checksummed header does not hold, seven of eight flips at most.
    let kept = flips(archive).compactMap { try? Samples.read($0).map(\.entry) }
    #expect(kept.count <= 10 * 8)
    for entries in kept {
      #expect(entries.count == 1)
      #expect(entries.first?.path.description.prefix(100) == Self.long.prefix(100))
    }
  }

  @Test("random bytes throw")
  func randomBytes() {
    let random = SeededRandom(seed: "random tar")
    for count in [1, 511, 512, 513, 1024, 5000] {
      #expect(throws: TarError.self) { try Samples.read(random.bytes(count)) }
    }
  }
}
