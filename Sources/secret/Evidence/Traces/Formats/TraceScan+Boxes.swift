// SPDX-License-Identifier: Apache-2.0

/// HEIC, AVIF, MP4, QuickTime: boxes that hold boxes. Those that are neither known to tell nor known to be
/// harmless are unread.
extension TraceScan {
  private static let depth = 6
  private static let partLimit = 4 << 20

  mutating func scanBoxes() throws { try scanBoxes(0, input.size, depth: 0) }

  private mutating func scanBoxes(_ start: Int, _ end: Int, depth: Int) throws {
    guard depth < Self.depth else { throw ScanStop.malformed }
    var at = start
    while at < end {
      let box = try MediaBox(at: at, limit: end) { try input.bytes($0, $1) }
      try scanBox(box, depth: depth)
      at = box.end
    }
  }

  private mutating func scanBox(_ box: MediaBox, depth: Int) throws {
    switch box.type {
    case _ where Self.containers.contains(box.type):
      try scanBoxes(box.offset, box.end, depth: depth + 1)
    case "meta" where depth == 0:
      // Readers differ on which of two they take.
      itemLists += 1
      if itemLists > 1 { found.insert(.unread) }
      let body = try part(box)
      try attempt { try $0.scanItems(body) }
    case "udta", "meta": scanUserData(try part(box).bytes)
    case "uuid":
      let body = try part(box).bytes
      if !body.starts(with: Self.xmpIdentifier) { found.insert(.unread) }
      scanXMP(Array(body.dropFirst(Self.xmpIdentifier.count)))
    case "tref": try scanReferences(part(box))
    case "stsd": try scanDescriptions(part(box))
    case "hdlr": try scanHandler(part(box))
    // Room that is left, or that someone used.
    case "free", "skip", "wide":
      let beginning = try input.bytes(box.offset, min(box.count, 1 << 16))
      if beginning.contains(where: { $0 != 0 }) { found.insert(.unread) }
    case _ where Self.tables[box.type] != nil: try scanTable(box)
    case _ where Self.plainBoxes[box.type] != nil:
      if box.count > Self.plainBoxes[box.type] ?? 0 { found.insert(.unread) }
    default: found.insert(.unread)
    }
  }

  /// Small boxes are read whole.
  private mutating func part(_ box: MediaBox) throws -> ScanBytes {
    guard box.count <= Self.partLimit else { throw ScanStop.limit }
    return ScanBytes(try input.bytes(box.offset, box.count))
  }

  /// A track of neither image nor sound may be one of positions: drones write theirs as subtitles.
  mutating func scanHandler(_ body: ScanBytes) throws {
    if !["vide", "soun", "pict", "url ", "alis"].contains(try body.code(8)) {
      found.insert(.unread)
    }
    // A name follows, in QuickTime with its length before it.
    let name = ScanBytes.latin(body.bytes.dropFirst(24).filter { $0 >= 0x20 })
    if name.contains("Google") {
      found.insert(.software)
    } else if !Self.handlerNames.contains(name) {
      found.insert(.comment)
    }
  }

  /// What programs and phones call every track.
  private static let handlerNames: Set<String> = [
    "", "VideoHandler", "SoundHandler", "VideoHandle", "SoundHandle", "DataHandler",
    "Core Media Video", "Core Media Audio", "Core Media Data Handler", "Apple Video Media Handler",
    "Apple Sound Media Handler", "Apple Alias Data Handler", "Video Media Handler",
    "Sound Media Handler", "Video", "Sound", "Audio", "vide", "soun",
  ]

  /// Lists of track numbers, by what they are for.
  private mutating func scanReferences(_ body: ScanBytes) throws {
    for box in try MediaBox.all(in: body)
    where !Self.references.contains(box.type) || box.count % 4 != 0 || box.count > 64 {
      found.insert(.unread)
    }
  }

  private static let references: Set<String> = [
    "cdsc", "chap", "font", "hind", "hint", "vdep", "vplx", "subt", "thmb", "auxl", "tmcd", "sync",
    "fall", "folw", "scpt", "ssrc",
  ]

  /// How samples are encoded. Text and data of makers have other codes than image and sound.
  private mutating func scanDescriptions(_ body: ScanBytes) throws {
    for entry in try MediaBox.all(in: body, from: 8) {
      guard Self.codecs.contains(entry.type) else {
        found.insert(.unread)
        continue
      }
      // The compressor's name, where cameras put theirs: 32 bytes, of which the first is its length.
      guard Self.images.contains(entry.type), entry.count >= 78 else { continue }
      let name = ScanBytes.latin(try body.slice(entry.offset + 43, 31).filter { $0 >= 0x20 })
      if name.contains("Lavc") {
        found.insert(.software)
      } else if !Self.compressors.contains(name) {
        found.insert(.device)
      }
    }
  }

  private static let images: Set<String> = [
    "avc1", "avc3", "hvc1", "hev1", "mp4v", "av01", "vp08", "vp09", "jpeg", "mjpa", "mjpb", "s263",
    "dvh1", "dvhe", "apcn", "apch", "apcs", "apco", "ap4h",
  ]
  private static let codecs = images.union([
    "mp4a", "Opus", "alac", "fLaC", "ac-3", "ec-3", "samr", "sawb", "sowt", "twos", "lpcm", "in24",
    ".mp3", "ulaw", "alaw",
  ])
  private static let compressors: Set<String> = [
    "", "H.264", "HEVC", "AVC Coding", "HEVC Coding", "H264", "H265", "AOM Coding", "VPC Coding",
  ]

  /// A table is as long as its entries, and no longer.
  private mutating func scanTable(_ box: MediaBox) throws {
    guard let table = Self.tables[box.type] else { return }
    let head = ScanBytes(try input.bytes(box.offset, min(box.count, 12)))
    let isLong = try box.type == "elst" && head.u8(0) == 1
    let count = try head.u32(table.head - 4)
    // Samples that are all of one size have no list.
    let isUniform = try box.type == "stsz" && head.u32(4) != 0
    let width = isUniform ? 0 : isLong ? 20 : table.width
    if box.count != table.head + count * width { found.insert(.unread) }
  }

  private static let tables: [String: (head: Int, width: Int)] = [
    "stts": (8, 8), "ctts": (8, 8), "stss": (8, 4), "stps": (8, 4), "stsc": (8, 12),
    "stco": (8, 4), "co64": (8, 8), "elst": (8, 12), "stsz": (12, 4),
  ]

  /// What cameras and programs say of a recording; anything that is there says something.
  private mutating func scanUserData(_ body: [UInt8]) {
    let traces = Self.userData.filter { body.holds(anyOf: $0.names) }.map(\.trace)
    if !traces.isEmpty {
      found.formUnion(traces)
    } else if body.contains(where: { $0 != 0 }) {
      found.insert(.comment)
    }
  }

  private static let userData: [(trace: Trace, names: [String])] = [
    (.location, ["\u{A9}xyz", "loci", "location", "GPS"]),
    (
      .device,
      [
        "\u{A9}mak", "\u{A9}mod", "\u{A9}swr", "com.android", "quicktime.make", "quicktime.model",
        "quicktime.software", "smrd", "manufacturer",
      ]
    ),
    (
      .author,
      [
        "\u{A9}ART", "\u{A9}aut", "\u{A9}wrt", "\u{A9}prd", "auth", "perf", "aART", "cprt",
        "quicktime.author", "artist",
      ]
    ),
    (
      .comment,
      [
        "\u{A9}nam", "\u{A9}cmt", "\u{A9}des", "titl", "dscp", "desc", "quicktime.comment",
        "\u{A9}inf",
      ]
    ),
    (.embedded, ["covr", "thmb"]),
    (.software, ["\u{A9}too", "\u{A9}enc", "enco"]),
  ]

  private static let containers: Set<String> = [
    "moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "mvex", "moof", "traf", "mfra", "tapt",
  ]

  private static let xmpIdentifier: [UInt8] = [
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
  ]

  /// Numbers, with the most bytes each may have; a longer one could carry anything. A `dref` of more than
  /// this file itself has the path of another.
  private static let plainBoxes: [String: Int] = [
    "ftyp": 256, "styp": 256, "mdat": .max, "sidx": 1 << 20, "ssix": 1 << 20, "pdin": 256,
    "prft": 32, "mvhd": 112, "iods": 64, "tkhd": 96, "load": 16, "mdhd": 36, "elng": 16,
    "vmhd": 12, "smhd": 8, "hmhd": 20, "nmhd": 4, "sthd": 4, "dref": 20, "clef": 12, "prof": 12,
    "enof": 12, "cslg": 44, "sdtp": 1 << 20, "sgpd": 256, "sbgp": 1 << 16, "mehd": 12, "trex": 24,
    "mfhd": 8, "tfhd": 40, "tfdt": 12, "trun": 1 << 20, "tfra": 1 << 20, "mfro": 8,
  ]
}
