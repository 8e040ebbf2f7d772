// SPDX-License-Identifier: Apache-2.0

/// The items of a HEIC or AVIF image (ISO/IEC 14496-12 §8.11): Exif and XMP among them.
extension TraceScan {
  private static let itemLimit = 4 << 20

  mutating func scanItems(_ meta: ScanBytes) throws {
    // Version and flags come first.
    let boxes = try MediaBox.all(in: meta, from: 4)
    func body(_ type: String) throws -> ScanBytes? {
      try boxes.first { $0.type == type }.map { ScanBytes(try meta.slice($0.offset, $0.count)) }
    }
    let plain = ["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "grpl"]
    if boxes.contains(where: { !plain.contains($0.type) }) { found.insert(.unread) }
    // Of two with one name, another reader may take the other.
    if Set(boxes.map(\.type)).count != boxes.count { found.insert(.unread) }
    if let handler = try body("hdlr") { try scanHandler(handler) }
    if let properties = try body("iprp") { try attempt { try $0.scanProperties(properties) } }
    guard let information = try body("iinf") else { return }
    let told = try items(information).filter { !Self.plainItems.contains($0.type) }
    guard !told.isEmpty else { return }
    guard let locations = try body("iloc") else { throw ScanStop.malformed }
    let places = try extents(locations)
    for item in told {
      try attempt { try $0.scan(item, places[item.id]) }
    }
  }

  private mutating func scanProperties(_ bytes: ScanBytes) throws {
    let boxes = try MediaBox.all(in: bytes)
    guard boxes.filter({ $0.type == "ipco" }).count == 1,
      boxes.allSatisfy({ ["ipco", "ipma"].contains($0.type) })
    else { throw ScanStop.malformed }
    for box in boxes where box.type == "ipco" {
      let held = ScanBytes(try bytes.slice(box.offset, box.count))
      for property in try MediaBox.all(in: held) {
        if property.type == "colr", ["prof", "rICC"].contains(try held.code(property.offset)) {
          scanProfile(try held.slice(property.offset + 4, property.count - 4))
        } else if !Self.plainProperties.contains(property.type) {
          found.insert(.unread)
        }
      }
    }
  }

  /// Sizes, turns, configurations of decoders, colours.
  private static let plainProperties: Set<String> = [
    "ispe", "pixi", "colr", "hvcC", "av1C", "avcC", "lhvC", "irot", "imir", "clap", "pasp", "auxC",
    "a1op", "a1lx", "lsel", "clli", "mdcv", "amve", "rloc", "tols", "oinf",
  ]

  private struct Item {
    let id: Int
    let type: String
    /// Of a MIME item.
    let contentType: [UInt8]
  }

  private typealias Extents = [(offset: Int, count: Int)]

  /// Images, tiles, overlays and tone maps.
  private static let plainItems: Set<String> = [
    "hvc1", "av01", "grid", "iovl", "iden", "tmap", "lhv1",
  ]

  private func items(_ box: ScanBytes) throws -> [Item] {
    let isLong = try box.u8(0) > 0
    return try MediaBox.all(in: box, from: isLong ? 8 : 6).map { entry in
      let bytes = ScanBytes(try box.slice(entry.offset, entry.count))
      let version = try bytes.u8(0)
      guard entry.type == "infe", version >= 2 else { throw ScanStop.malformed }
      let width = version == 2 ? 2 : 4
      let name = try bytes.rest(4 + width + 6)
      return Item(
        id: try bytes.integer(4, width), type: try bytes.code(4 + width + 2),
        contentType: Array(name.drop { $0 != 0 }.dropFirst().prefix { $0 != 0 }))
    }
  }

  /// Where each item's bytes are; absent for what does not stand in the file itself.
  private func extents(_ box: ScanBytes) throws -> [Int: Extents] {
    let version = try box.u8(0)
    guard version <= 2 else { throw ScanStop.malformed }
    let (first, second) = (try box.u8(4), try box.u8(5))
    let widths = (offset: first >> 4, count: first & 15, base: second >> 4)
    let indexWidth = version == 0 ? 0 : second & 15
    var at = 6
    func next(_ width: Int) throws -> Int {
      defer { at += width }
      return try box.integer(at, width)
    }
    var places: [Int: Extents] = [:]
    let wide = version == 2 ? 4 : 2
    for _ in 0..<(try next(wide)) {
      let id = try next(wide)
      let method = version == 0 ? 0 : try next(2) & 15
      _ = try next(2)
      let base = try next(widths.base)
      var extents: Extents = []
      for _ in 0..<(try next(2)) {
        _ = try next(indexWidth)
        let (offset, overflows) = base.addingReportingOverflow(try next(widths.offset))
        let count = try next(widths.count)
        guard !overflows, extents.count < 64 else { throw ScanStop.malformed }
        extents.append((offset, count))
      }
      guard places[id] == nil else { throw ScanStop.malformed }
      if method == 0 { places[id] = extents }
    }
    return places
  }

  private mutating func scan(_ item: Item, _ places: Extents?) throws {
    let isXMP = item.type == "mime" && item.contentType == Array("application/rdf+xml".utf8)
    guard item.type == "Exif" || isXMP, let places else { throw ScanStop.malformed }
    var bytes: [UInt8] = []
    for (offset, count) in places {
      // No count means: to the end of the file.
      let wanted = count == 0 ? max(0, input.size - min(offset, input.size)) : count
      guard wanted <= Self.itemLimit - bytes.count else { throw ScanStop.malformed }
      bytes += try input.bytes(offset, wanted)
    }
    if isXMP { return scanXMP(bytes) }
    let start = try ScanBytes(bytes).u32(0)
    try scanTIFF(ScanBytes(bytes).rest(4 + start))
  }
}
