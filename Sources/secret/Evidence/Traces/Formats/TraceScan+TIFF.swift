// SPDX-License-Identifier: Apache-2.0

/// Exif: directories of tags. A tag that is neither known to tell nor known to be harmless is unread.
extension TraceScan {
  private enum Link { case exif, gps, interoperability, image }
  private static let directories = 32

  /// - Parameter isWhole: whether `raw` ends where the structure does; what it then holds besides its
  ///   directories and their values is something that nobody shows.
  mutating func scanTIFF(_ raw: [UInt8], isWhole: Bool = true) throws {
    let (bytes, first) = try ExifDirectory.open(raw)
    var waiting: [(Link, Int)] = [(.image, first)]
    var seen: Set<Int> = []
    var used: [Range<Int>] = [0..<8]
    while let (kind, offset) = waiting.popLast() {
      guard seen.insert(offset).inserted, seen.count <= Self.directories else {
        throw ScanStop.malformed
      }
      let directory = try ExifDirectory(bytes, at: offset)
      used.append(offset..<directory.end)
      for entry in directory.entries {
        // The value's bytes: in the entry itself when there are no more than four.
        let size = entry.size ?? 0
        let start = size <= 4 ? entry.place : try bytes.u32(entry.place)
        let value = try bytes.slice(start, size)
        if size > 4 { used.append(start..<start + size) }
        if entry.size == nil { found.insert(.unread) }
        if kind == .gps {
          // Version alone (tag 0) is no place.
          found.formUnion(entry.tag != 0 ? [.location] : size > 4 ? [.comment] : [])
        } else if let link = Self.links[entry.tag] {
          waiting.append((link, try bytes.u32(entry.place)))
        } else if kind != .interoperability || !Self.isInteroperability(entry.tag, value) {
          note(entry, value)
        }
      }
      used += Self.data(of: directory, bytes)
      // The second directory of Exif is the thumbnail's.
      if kind == .image && directory.next != 0 { waiting.append((.image, directory.next)) }
    }
    if isWhole && Self.hasRest(raw, besides: used) { found.insert(.unread) }
  }

  /// Whether anything but zeros stands outside `used`.
  private static func hasRest(_ raw: [UInt8], besides used: [Range<Int>]) -> Bool {
    var at = 0
    for range in used.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > at, raw[at..<range.lowerBound].contains(where: { $0 != 0 }) {
        return true
      }
      at = max(at, range.upperBound)
    }
    return raw[at...].contains { $0 != 0 }
  }

  /// Where strips, tiles and the thumbnail are; only what stands within the structure.
  private static func data(of directory: ExifDirectory, _ bytes: ScanBytes) -> [Range<Int>] {
    func numbers(_ tag: Int) -> [Int] {
      guard let entry = directory.entries.first(where: { $0.tag == tag }),
        let size = entry.size, entry.type == 3 || entry.type == 4, size <= bytes.count,
        let start = size <= 4 ? entry.place : try? bytes.u32(entry.place)
      else { return [] }
      let width = entry.type == 3 ? 2 : 4
      return (0..<entry.count).compactMap { try? bytes.integer(start + $0 * width, width) }
    }
    return [(0x0111, 0x0117), (0x0144, 0x0145), (0x0201, 0x0202)].flatMap { offsets, counts in
      zip(numbers(offsets), numbers(counts)).compactMap { start, count in
        start <= bytes.count && count <= bytes.count - start ? start..<start + count : nil
      }
    }
  }

  private mutating func note(_ entry: ExifDirectory.Entry, _ value: [UInt8]) {
    if let trace = Self.tags[entry.tag] {
      found.insert(trace)
    } else if !Self.harmless.contains(where: { $0.contains(entry.tag) }) {
      found.insert(.unread)
    } else if !Self.isOfItsKind(entry, value) {
      found.insert(.comment)
    }
  }

  /// A harmless tag has few numbers, or a date. Whatever else it holds is a text.
  private static func isOfItsKind(_ entry: ExifDirectory.Entry, _ value: [UInt8]) -> Bool {
    switch entry.type {
    case 2:
      let isDate = [0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292]
        .contains(entry.tag)
      return isDate && value.count <= 20
        && value.allSatisfy { $0 == 0 || Array("0123456789: +-Z".utf8).contains($0) }
    case 1, 6, 7:
      return value.count <= 4 || entry.tag == 0xA302 && isColourFilter(value)
    default:
      // Offsets and lengths of strips and tiles, and a palette, are as many as the image needs.
      let isLong = [0x0111, 0x0117, 0x0140, 0x0144, 0x0145].contains(entry.tag)
      return entry.count <= 6 || isLong
    }
  }

  /// Two lengths in either order of bytes, then as many colours, numbered from 0 to 6.
  private static func isColourFilter(_ value: [UInt8]) -> Bool {
    let colours = value.dropFirst(4)
    let (across, down) = (Int(max(value[0], value[1])), Int(max(value[2], value[3])))
    return colours.count == across * down && colours.count <= 64 && colours.allSatisfy { $0 <= 6 }
  }

  /// Index, version, and the size of the image that it belongs to.
  private static func isInteroperability(_ tag: Int, _ value: [UInt8]) -> Bool {
    [1, 2, 0x1001, 0x1002].contains(tag) && value.count <= 4
  }

  private static let links: [Int: Link] = [0x8769: .exif, 0x8825: .gps, 0xA005: .interoperability]

  private static let tags: [Int: Trace] = [
    // Make, model, software, host, maker's notes, serial numbers, lenses, image id.
    0x010F: .device, 0x0110: .device, 0x0131: .device, 0x013C: .device, 0x927C: .device,
    0xA431: .device, 0xA433: .device, 0xA434: .device, 0xA435: .device, 0xA420: .device,
    0xC614: .device, 0xC62F: .device,
    // Artist, copyright, owner, author.
    0x013B: .author, 0x8298: .author, 0xA430: .author, 0x9C9D: .author,
    // Description, user comment, title, comment, keywords, subject.
    0x010E: .comment, 0x9286: .comment, 0x9C9B: .comment, 0x9C9C: .comment, 0x9C9E: .comment,
    0x9C9F: .comment, 0x010D: .comment,
    // A thumbnail, more images.
    0x0201: .embedded, 0x014A: .embedded,
  ]

  /// Sizes, colours, exposure, dates: nothing that says where, who or with what.
  private static let harmless: [ClosedRange<Int>] = [
    0x00FE...0x0103, 0x0106...0x010A, 0x0111...0x0112, 0x0115...0x011C, 0x0122...0x0129,
    0x0132...0x0132, 0x013D...0x0145, 0x0152...0x0153, 0x0202...0x0214,
    0x828D...0x828E, 0x829A...0x829D, 0x8822...0x8822, 0x8827...0x8827, 0x8830...0x8835,
    0x9000...0x9004, 0x9010...0x9012, 0x9101...0x9102, 0x9201...0x920A, 0x9290...0x9292,
    0xA000...0xA003, 0xA20B...0xA217, 0xA300...0xA302, 0xA401...0xA40C, 0xA432...0xA432,
    0xA460...0xA462, 0xA500...0xA500,
  ]
}
