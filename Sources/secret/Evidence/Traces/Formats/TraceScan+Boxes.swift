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
    case "moov", "trak", "mdia": try scanBoxes(box.offset, box.end, depth: depth + 1)
    case "meta" where depth == 0:
      let body = try part(box)
      try attempt { try $0.scanItems(body) }
    case "udta", "meta": scanUserData(try part(box).bytes)
    case "uuid": scanXMP(try part(box).bytes)
    case "hdlr": try scanHandler(part(box))
    // Room that is left, or that someone used.
    case "free", "skip", "wide":
      let beginning = try input.bytes(box.offset, min(box.count, 1 << 16))
      if beginning.contains(where: { $0 != 0 }) { found.insert(.unread) }
    case _ where Self.plainBoxes.contains(box.type): break
    default: found.insert(.unread)
    }
  }

  /// Small boxes are read whole.
  private mutating func part(_ box: MediaBox) throws -> ScanBytes {
    guard box.count <= Self.partLimit else { throw ScanStop.limit }
    return ScanBytes(try input.bytes(box.offset, box.count))
  }

  /// A track of neither image nor sound may be one of positions.
  private mutating func scanHandler(_ body: ScanBytes) throws {
    let plain = ["vide", "soun", "sbtl", "text", "subt", "pict", "hint", "url ", "alis"]
    if !plain.contains(try body.code(8)) { found.insert(.unread) }
  }

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

  private static let plainBoxes: Set<String> = [
    "ftyp", "styp", "mdat", "sidx", "ssix", "moof", "mfra", "pdin", "prft",
    "mvhd", "mvex", "iods", "tkhd", "edts", "tref", "tapt", "load", "mdhd", "minf", "elng",
  ]
}
