// SPDX-License-Identifier: Apache-2.0

/// PDF (ISO 32000), read for the names of its dictionaries. Object streams are compressed, and are said to be
/// unread.
extension TraceScan {
  private static let step = 1 << 20
  /// Enough after a find for a packet or an Exif block.
  private static let overlap = 1 << 16

  private struct Seen {
    var names: Set<[UInt8]> = []
    /// `/Metadata` as often as it stands: once to name a packet, once in its stream.
    var metadata = 0
    /// Streams that say they are metadata.
    var metadataStreams = 0
    var lastName: [UInt8] = []
    var packets = 0
    /// RDF, in a packet or without one around it.
    var descriptions = 0
    var ends = 0
    var lastEnd = 0
  }

  mutating func scanPDF() throws {
    var seen = Seen()
    var at = 0
    while at < input.size {
      let window = try input.bytes(at, min(Self.step + Self.overlap, input.size - at))
      try look(at: window, from: at, &seen)
      at += Self.step
    }
    for (trace, names) in Self.pdfNames
    where names.contains(where: { seen.names.contains(Array($0.utf8)) }) {
      found.insert(trace)
    }
    func has(_ name: String) -> Bool { seen.names.contains(Array(name.utf8)) }
    // Metadata that were named and not seen are compressed.
    if seen.metadata > 2 * seen.packets || seen.metadataStreams > seen.packets
      || seen.descriptions > seen.packets
    {
      found.insert(.unread)
    }
    // A note names its author, a form holds what was typed.
    if has("Annot") && has("T") { found.insert(.author) }
    if (has("AcroForm") || has("FT")) && has("V") { found.insert(.comment) }
    // Earlier versions of a changed file stay in it. One that loads page by page has two ends.
    if seen.ends > (has("Linearized") ? 2 : 1) { found.insert(.embedded) }
    if seen.ends == 0 { found.insert(.unread) }
    try scanAfterEnd(seen.lastEnd)
  }

  /// Markup after a packet is in no packet, and programs read it all the same.
  private mutating func lookAfterPacket(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: Self.packetEnd) else { return }
    let rest = bytes.dropFirst(Self.packetEnd.count + 1).prefix(4096).drop { $0 <= 0x20 }
    if rest.first == UInt8(ascii: "<") && !rest.starts(with: Array("<?xpacket".utf8)) {
      found.insert(.unread)
    }
  }

  /// Whole files are put there.
  private mutating func scanAfterEnd(_ end: Int) throws {
    let count = input.size - end
    guard end > 0, count > 0 else { return }
    let rest = try input.bytes(end, min(count, 4096))
    let blank: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20]
    if count > 4096 || !rest.allSatisfy(blank.contains) { found.insert(.embedded) }
  }

  /// A picture inside a PDF keeps comments and captions of its own.
  private mutating func lookAtPicture(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex + 2
    while at + 4 <= bytes.endIndex, bytes[at] == 0xFF {
      let (marker, length) = (bytes[at + 1], Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]))
      switch marker {
      // The picture itself begins: what comes is seen.
      case 0xDA: return
      case 0xFE, 0xED: found.insert(.comment)
      // JFIF and Adobe, what is needed to show it; Exif and packets are found by their names.
      case 0xE0, 0xE1, 0xEE, 0xC0...0xCF, 0xDB, 0xDD: break
      default: found.insert(.unread)
      }
      at += 2 + length
    }
    found.insert(.unread)
  }

  private mutating func look(at window: [UInt8], from start: Int, _ seen: inout Seen) throws {
    for index in window.indices.prefix(Self.step) {
      switch window[index] {
      case UInt8(ascii: "/"):
        let name = Self.name(window, from: index + 1)
        if !name.isEmpty && seen.names.count < Self.nameLimit { seen.names.insert(name) }
        if name == Self.metadata {
          seen.metadata += 1
          if seen.lastName == Self.type { seen.metadataStreams += 1 }
        }
        seen.lastName = name
      case UInt8(ascii: "%") where window[index...].starts(with: Self.end):
        seen.ends += 1
        seen.lastEnd = start + index + Self.end.count
      case 0xFF where window[index...].starts(with: [0xFF, 0xD8, 0xFF]):
        lookAtPicture(window[index...])
      case UInt8(ascii: "<") where window[index...].starts(with: Self.description):
        seen.descriptions += 1
      case UInt8(ascii: "<") where window[index...].starts(with: Self.packetBeginning):
        seen.packets += 1
        let packet = Self.packet(Array(window[index...].prefix(Self.overlap)))
        scanXMP(packet)
        lookAfterPacket(window[(index + packet.count)...])
      // A photo inside keeps its own.
      case UInt8(ascii: "E") where window[index...].starts(with: Self.exif):
        let block = Array(window[(index + 6)...].prefix(Self.overlap))
        try attempt { try $0.scanTIFF(block, isWhole: false) }
      default: break
      }
    }
  }

  private static let end = Array("%%EOF".utf8)
  private static let metadata = Array("Metadata".utf8)
  private static let type = Array("Type".utf8)
  private static let description = Array("<rdf:RDF".utf8)
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
    (.unread, ["ObjStm", "Encrypt", "JavaScript", "Launch", "RichMedia"]),
  ]
}
