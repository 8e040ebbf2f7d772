// SPDX-License-Identifier: Apache-2.0

/// PDF (ISO 32000), read for the names of its dictionaries. Object streams are compressed, and are said to be
/// unread.
extension TraceScan {
  private static let step = 1 << 20
  /// Enough after a find for a packet or an Exif block.
  private static let overlap = 1 << 16

  private struct Seen {
    var names: Set<[UInt8]> = []
    var hasPacket = false
    var ends = 0
  }

  mutating func scanPDF() throws {
    var seen = Seen()
    var at = 0
    while at < input.size {
      let window = try input.bytes(at, min(Self.step + Self.overlap, input.size - at))
      try look(at: window, &seen)
      at += Self.step
    }
    for (trace, names) in Self.pdfNames
    where names.contains(where: { seen.names.contains(Array($0.utf8)) }) {
      found.insert(trace)
    }
    func has(_ name: String) -> Bool { seen.names.contains(Array(name.utf8)) }
    // Metadata that were named and not seen are compressed.
    if has("Metadata") && !seen.hasPacket { found.insert(.unread) }
    // Earlier versions of a changed file stay in it. One that loads page by page has two ends.
    if seen.ends > (has("Linearized") ? 2 : 1) { found.insert(.embedded) }
    if seen.ends == 0 { found.insert(.unread) }
  }

  private mutating func look(at window: [UInt8], _ seen: inout Seen) throws {
    for index in window.indices.prefix(Self.step) {
      switch window[index] {
      case UInt8(ascii: "/"):
        let name = Self.name(window, from: index + 1)
        if !name.isEmpty && seen.names.count < Self.nameLimit { seen.names.insert(name) }
      case UInt8(ascii: "%") where window[index...].starts(with: Self.end): seen.ends += 1
      case UInt8(ascii: "<") where window[index...].starts(with: Self.packetBeginning):
        seen.hasPacket = true
        scanXMP(Self.packet(Array(window[index...].prefix(Self.overlap))))
      // A photo inside keeps its own.
      case UInt8(ascii: "E") where window[index...].starts(with: Self.exif):
        let block = Array(window[(index + 6)...].prefix(Self.overlap))
        try attempt { try $0.scanTIFF(block, isWhole: false) }
      default: break
      }
    }
  }

  private static let end = Array("%%EOF".utf8)
  private static let packetBeginning = Array("<x:xmpmeta".utf8)
  private static let packetEnd = Array("</x:xmpmeta".utf8)
  private static let exif = Array("Exif\0\0".utf8)
  /// Up to its end: what follows is not the packet's.
  private static func packet(_ bytes: [UInt8]) -> [UInt8] {
    let end = bytes.indices.first {
      bytes[$0] == packetEnd[0] && bytes[$0...].starts(with: packetEnd)
    }
    return Array(bytes[..<(end ?? bytes.endIndex)])
  }

  /// More names than that are no document's.
  private static let nameLimit = 1 << 16
  private static let longestName = 24

  /// The letters of a name, `#41` being one of them.
  private static func name(_ window: [UInt8], from start: Int) -> [UInt8] {
    var name: [UInt8] = []
    var index = start
    while index < window.count, name.count < longestName {
      var byte = window[index]
      if byte == UInt8(ascii: "#"), index + 2 < window.count,
        let code = UInt8(ScanBytes.latin(window[(index + 1)...(index + 2)]), radix: 16)
      {
        byte = code
        index += 2
      }
      let isLetter =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard isLetter else { break }
      name.append(byte)
      index += 1
    }
    return name
  }

  private static let pdfNames: [(Trace, [String])] = [
    // Notes in the margin and signatures carry a name.
    (.author, ["Author", "Popup", "FreeText", "Highlight", "Sig"]),
    (.location, ["GPTS", "Measure", "LGIDict"]),
    (.comment, ["Title", "Subject", "Keywords", "Company", "PieceInfo"]),
    (.embedded, ["EmbeddedFile", "EmbeddedFiles", "Filespec"]),
    (.software, ["Creator", "Producer"]),
    (.unread, ["ObjStm", "Encrypt"]),
  ]
}
