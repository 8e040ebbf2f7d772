// SPDX-License-Identifier: Apache-2.0

/// Exif: directories of tags. A tag that is neither known to tell nor known to be harmless is unread.
extension TraceScan {
  private enum Link { case exif, gps, interoperability, image }
  private static let directories = 32

  mutating func scanTIFF(_ raw: [UInt8]) throws {
    let (bytes, first) = try ExifDirectory.open(raw)
    var waiting: [(Link, Int)] = [(.image, first)]
    var seen: Set<Int> = []
    while let (kind, offset) = waiting.popLast() {
      guard seen.insert(offset).inserted, seen.count <= Self.directories else {
        throw ScanStop.malformed
      }
      let directory = try ExifDirectory(bytes, at: offset)
      if kind == .gps {
        // Version alone (tag 0) is no place.
        if directory.entries.contains(where: { $0.tag != 0 }) { found.insert(.location) }
        continue
      }
      if kind == .interoperability { continue }
      for entry in directory.entries {
        if let link = Self.links[entry.tag] {
          waiting.append((link, try bytes.u32(entry.place)))
        } else {
          note(tag: entry.tag)
        }
      }
      // The second directory of Exif is the thumbnail's.
      if kind == .image && directory.next != 0 { waiting.append((.image, directory.next)) }
    }
  }

  private mutating func note(tag: Int) {
    if let trace = Self.tags[tag] {
      found.insert(trace)
    } else if !Self.harmless.contains(where: { $0.contains(tag) }) {
      found.insert(.unread)
    }
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
    0x012D...0x012D, 0x0132...0x0132, 0x013D...0x0145, 0x0152...0x0153, 0x0202...0x0214,
    0x828D...0x828E, 0x829A...0x829D, 0x8822...0x8822, 0x8827...0x8827, 0x8830...0x8835,
    0x9000...0x9004, 0x9010...0x9012, 0x9101...0x9102, 0x9201...0x920A, 0x9290...0x9292,
    0xA000...0xA003, 0xA20B...0xA217, 0xA300...0xA302, 0xA401...0xA40C, 0xA432...0xA432,
    0xA460...0xA462, 0xA500...0xA500,
  ]
}
