// SPDX-License-Identifier: Apache-2.0

/// One directory of a TIFF structure (TIFF 6.0 §2), as in Exif.
struct ExifDirectory {
  struct Entry {
    let tag: Int
    let type: Int
    let count: Int
    /// Where its four bytes of value, or their offset, stand.
    let place: Int

    /// How many bytes its value has; `nil` for a type that is not known.
    var size: Int? {
      let widths = [
        1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4,
      ]
      return widths[type].map { $0 * count }
    }
  }

  static let orientation = 0x0112
  private static let limit = 512

  let entries: [Entry]
  /// The offset of the next one; 0 for none.
  let next: Int
  let end: Int

  /// Byte order and the offset of the first directory.
  static func open(_ bytes: [UInt8]) throws -> (bytes: ScanBytes, first: Int) {
    guard bytes.begins("II*\0") || bytes.begins("MM\0*") else { throw ScanStop.malformed }
    let bytes = ScanBytes(bytes, isBigEndian: bytes[0] == UInt8(ascii: "M"))
    return (bytes, try bytes.u32(4))
  }

  init(_ bytes: ScanBytes, at offset: Int) throws {
    let count = try bytes.u16(offset)
    guard count <= Self.limit else { throw ScanStop.malformed }
    entries = try (0..<count).map { index in
      let start = offset + 2 + index * 12
      return Entry(
        tag: try bytes.u16(start), type: try bytes.u16(start + 2), count: try bytes.u32(start + 4),
        place: start + 8)
    }
    end = min(bytes.count, offset + 2 + count * 12 + 4)
    // A last directory is now and then written without the four zeros.
    next = (try? bytes.u32(offset + 2 + count * 12)) ?? 0
  }

  /// 1 to 8; `nil` when it is not said.
  static func orientation(of bytes: [UInt8]) -> Int? {
    guard let (bytes, first) = try? open(bytes),
      let directory = try? ExifDirectory(bytes, at: first),
      let entry = directory.entries.first(where: { $0.tag == orientation }),
      let value = try? bytes.u16(entry.place), (1...8).contains(value)
    else { return nil }
    return value
  }

  /// A structure with that one entry, and nothing else.
  static func encoded(orientation value: Int) -> [UInt8] {
    Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(value), 0, 0]
      + [0, 0, 0, 0]
  }
}
