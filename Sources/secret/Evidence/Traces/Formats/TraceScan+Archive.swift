// SPDX-License-Identifier: Apache-2.0

/// Zip archives, office files among them: by the names of what is in them. Their contents are compressed and
/// not read, so that a name of an author can never be excluded.
extension TraceScan {
  private static let tailLimit = 65_557
  private static let directoryLimit = 4 << 20

  mutating func scanArchive() throws {
    found.insert(.unread)
    let count = min(input.size, Self.tailLimit)
    let tail = try input.bytes(input.size - count, count)
    guard
      let end = tail.indices.reversed().first(where: {
        tail[$0] == 0x50 && tail[$0...].starts(with: [0x50, 0x4B, 5, 6])
      })
    else { return }
    let record = ScanBytes(Array(tail[end...]), isBigEndian: false)
    let size = try record.u32(12)
    guard size <= Self.directoryLimit else { return }
    let directory = ScanBytes(try input.bytes(record.u32(16), size), isBigEndian: false)
    for name in try names(directory) { note(member: name) }
  }

  private func names(_ directory: ScanBytes) throws -> [String] {
    var names: [String] = []
    var at = 0
    while at < directory.count {
      guard try directory.slice(at, 4) == [0x50, 0x4B, 1, 2] else { throw ScanStop.malformed }
      let length = try directory.u16(at + 28)
      names.append(ScanBytes.latin(try directory.slice(at + 46, length)))
      at += try 46 + length + directory.u16(at + 30) + directory.u16(at + 32)
    }
    return names
  }

  private mutating func note(member name: String) {
    switch name {
    case "docProps/core.xml", "docProps/custom.xml", "meta.xml", "word/people.xml",
      "word/comments.xml", "xl/persons/person.xml":
      found.insert(.author)
    case "docProps/app.xml", "settings.xml": found.insert(.software)
    case _ where name.contains("humbnail") || name.contains("/media/"):
      found.insert(.embedded)
    case _ where name.hasPrefix("Pictures/") && name != "Pictures/": found.insert(.embedded)
    default: break
    }
  }
}
