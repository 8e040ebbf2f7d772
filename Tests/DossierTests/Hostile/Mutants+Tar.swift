// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation

/// The very files of the honest dossier, in an archive that plays tricks.
extension Mutants {
  private typealias Samples = TarSamples

  static func archives(_ honest: Bundle) -> [Mutant] {
    let blocks = honest.blocks()
    func tar(_ blocks: [[UInt8]], end: [UInt8] = Samples.end) -> [UInt8] {
      blocks.flatMap { $0 } + end
    }
    /// Something put at a place.
    func with(_ block: [UInt8], at index: Int = 3) -> [UInt8] {
      tar(Array(blocks[..<index]) + [block] + blocks[index...])
    }
    /// A header field altered in every file, or in one.
    func patched(_ offset: Int, _ bytes: [UInt8], everywhere: Bool = false) -> [UInt8] {
      tar(
        blocks.enumerated().map {
          everywhere || $0.offset == 4 ? Samples.patched($0.element, at: offset, bytes) : $0.element
        })
    }
    func text(_ text: String) -> [UInt8] { Array(text.utf8) }
    func entry(_ name: String, type: String = "0", link: String = "", size: String? = nil)
      -> [UInt8]
    {
      Samples.header(
        name, size: size ?? Samples.octal(0), type: type, link: link, time: Bundle.time)
    }
    func pax(_ records: String, type: String = "x") -> [UInt8] {
      let content = text(records)
      return Samples.header(
        "PaxHeaders/memo", size: Samples.octal(content.count), type: type, time: Bundle.time)
        + Samples.padded(content)
    }
    let top = honest.folder
    let added: [(String, [UInt8])] = [
      ("an absolute name", entry("/etc/cron.d/x")), ("a name that climbs", entry("../x")),
      ("a name that climbs inside", entry("\(top)/data/../../x")),
      ("a dot in the name", entry("\(top)/./data/x")), ("an empty part", entry("\(top)//data/x")),
      ("a backslash", entry("\(top)\\data\\x")), ("a drive", entry("C:/x")),
      ("a reserved name", entry("\(top)/data/nul.txt")), ("a final dot", entry("\(top)/data/x.")),
      ("a space", entry("\(top)/data/a b")), ("an accent", entry("\(top)/data/é")),
      ("a decomposed accent", entry("\(top)/data/e\u{301}")),
      ("an override of direction", entry("\(top)/data/a\u{202E}fdp.exe")),
      ("a second top", entry("memo-dossier-2026-01-03/data/x")), ("no top", entry("bagit.txt")),
      ("a twin in capitals", entry("\(top)/data/DOSSIER.HTML")),
      ("a twin of the top", entry("MEMO-dossier-2026-01-02/data/x")),
      ("a folder in capitals", entry("\(top)/DATA/x")),
      ("a file below a file", entry("\(top)/bagit.txt/x")),
      ("a file twice", blocks[3]), ("an empty file twice", entry("\(top)/data/dossier.html")),
      ("a hard link", entry("\(top)/data/x", type: "1", link: "\(top)/bagit.txt")),
      ("a symbolic link", entry("\(top)/data/x", type: "2", link: "/etc/passwd")),
      ("a character device", entry("\(top)/data/x", type: "3")),
      ("a block device", entry("\(top)/data/x", type: "4")),
      ("a folder", entry("\(top)/data/x", type: "5")),
      ("a folder by its name", entry("\(top)/data/x/")),
      ("a pipe", entry("\(top)/data/x", type: "6")),
      ("an old regular file", entry("\(top)/data/x", type: "\u{0}")),
      ("a contiguous file", entry("\(top)/data/x", type: "7")),
      ("a long name of GNU", entry("././@LongLink", type: "L")),
      ("a sparse file of GNU", entry("\(top)/data/x", type: "S")),
      ("a volume", entry("\(top)/data/x", type: "V")),
      ("a global pax header", pax("11 path=xyz\n", type: "g")),
      ("a pax path that is not needed", pax("16 path=\(top.prefix(3))/xy\n") + blocks[3]),
      ("a pax comment", pax("13 comment=x\n") + blocks[3]),
      ("a pax link", pax("17 linkpath=/etc\n") + blocks[3]),
      ("a pax size that is not needed", pax("9 size=0\n") + entry("\(top)/data/x")),
      ("a pax size of 8 GiB", pax("19 size=8589934592\n") + entry("\(top)/data/x")),
      ("a pax size beyond 64 bits", pax("29 size=99999999999999999999\n") + entry("\(top)/data/x")),
      ("a negative pax size", pax("11 size=-1\n") + entry("\(top)/data/x")),
      ("a sparse file by pax", pax("22 GNU.sparse.major=1\n") + entry("\(top)/data/x")),
      ("an empty pax header", pax("") + entry("\(top)/data/x")),
      ("a pax header with a wrong length", pax("99 path=x\n") + entry("\(top)/data/x")),
      ("two pax headers", pax("10 path=x\n") + pax("10 path=y\n") + entry("\(top)/data/x")),
      ("a pax header of a pax path twice", pax("10 path=x\n10 path=y\n") + entry("\(top)/data/x")),
      ("a pax header at the end", pax("10 path=x\n")),
      ("a file that nothing lists", entry("\(top)/data/x")),
      ("a file of 8 GiB that is not there", entry("\(top)/data/x", size: "77777777777")),
      ("a size in base 256", Samples.patched(entry("\(top)/data/x"), at: 124, [0x80])),
      ("a negative size", Samples.patched(entry("\(top)/data/x"), at: 124, text("-0000000001"))),
      ("a block of zeros", [UInt8](repeating: 0, count: 512)),
      ("an end in the middle", Samples.end), ("noise", [UInt8](repeating: 7, count: 512)),
      ("a wrong checksum", Samples.header("\(top)/data/x", time: Bundle.time, checksumOffset: 1)),
    ]
    var mutants = added.map { Mutant("tar: \($0.0)", archive: with($0.1)) }
    let fields: [(String, Int, [UInt8])] = [
      ("mode 0755", 100, text("0000755\0")), ("mode in another spelling", 100, text("000644 \0")),
      ("mode without zeros", 100, text("644\0\0\0\0\0")), ("an owner", 108, text("0001750\0")),
      ("owner in another spelling", 108, text("000000 \0")), ("a group", 116, text("0001750\0")),
      ("a size with a space", 124, text("0000000000 ")),
      ("a time apart", 136, text("14735102601\0")),
      ("a time with a space", 136, text(Bundle.time + " ")), ("a link name", 157, text("x")),
      ("old GNU magic", 257, text("ustar  \0")), ("no magic", 257, [UInt8](repeating: 0, count: 8)),
      ("an owner's name", 265, text("root")), ("a group's name", 297, text("root")),
      ("a device number", 329, text("0000001\0")),
      ("a device number in short", 329, text("0\0\0\0\0\0\0\0")),
      ("something reserved", 500, text("x")), ("text after the name", 99, text("x")),
      ("text after the prefix", 499, text("x")),
    ]
    mutants += fields.map { Mutant("tar: \($0.0)", archive: patched($0.1, $0.2)) }
    mutants += [
      Mutant(
        "tar: no device numbers", archive: patched(329, [UInt8](repeating: 0, count: 16)), .valid),
      Mutant(
        "tar: another time everywhere",
        archive: patched(136, text("14735102601\0"), everywhere: true)),
      Mutant(
        "tar: time 1970 everywhere", archive: patched(136, text("00000000000\0"), everywhere: true)),
      Mutant(
        "tar: zeros after the end", archive: tar(blocks, end: Samples.end + Samples.end), .valid),
      Mutant(
        "tar: 20480 zeros after the end",
        archive: tar(blocks, end: Samples.end + [UInt8](repeating: 0, count: 20480)), .valid),
      Mutant(
        "tar: too many zeros after the end",
        archive: tar(blocks, end: Samples.end + [UInt8](repeating: 0, count: 20992))),
      Mutant("tar: zeros that fill no block", archive: tar(blocks, end: Samples.end + [0])),
      Mutant("tar: something after the end", archive: tar(blocks, end: Samples.end + blocks[0])),
      Mutant("tar: a byte after the end", archive: tar(blocks, end: Samples.end + [1])),
      Mutant("tar: one block of end", archive: tar(blocks, end: Array(Samples.end[..<512]))),
      Mutant("tar: no end", archive: tar(blocks, end: [])),
      Mutant("tar: nothing", archive: []), Mutant("tar: an end only", archive: Samples.end),
      Mutant("tar: half", archive: Array(tar(blocks).prefix(20_000))),
      Mutant("tar: another order", archive: tar(blocks.reversed())),
      Mutant(
        "tar: first and last exchanged",
        archive: tar([blocks[blocks.count - 1]] + blocks.dropLast())),
      Mutant(
        "tar: pages after pieces",
        archive: tar(
          Array(blocks[..<2]) + blocks[2..<blocks.count - 4].reversed()
            + blocks[(blocks.count - 4)...]), .valid),
    ]
    if let padding = blocks.firstIndex(where: { $0.last == 0 && $0.count > 512 }) {
      var dirty = blocks
      dirty[padding][dirty[padding].count - 1] = 1
      mutants.append(Mutant("tar: padding that is not zero", archive: tar(dirty)))
    }
    let named = honest.blocks().map { block -> [UInt8] in
      // The top of every name becomes another day.
      guard let range = Data(block[..<500]).range(of: Data(top.utf8)) else { return block }
      return Samples.patched(block, at: range.lowerBound, text("memo-dossier-2026-01-03"))
    }
    return mutants + [Mutant("tar: a folder of another day", archive: tar(named))]
  }
}
