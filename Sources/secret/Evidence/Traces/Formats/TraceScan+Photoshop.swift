// SPDX-License-Identifier: Apache-2.0

/// Photoshop's resources and IPTC in them; colour profiles.
extension TraceScan {
  /// Image resources of Photoshop, where IPTC stands.
  mutating func scanPhotoshop(_ bytes: ScanBytes) throws {
    var at = 0
    while at < bytes.count {
      guard try bytes.code(at) == "8BIM" else { throw ScanStop.malformed }
      let id = try bytes.u16(at + 4)
      // A Pascal string, padded to an even length.
      let name = try bytes.u8(at + 6) + 1
      at += 6 + name + name % 2
      let size = try bytes.u32(at)
      let body = try bytes.slice(at + 4, size)
      // The last pad byte is now and then left out.
      at = min(at + 4 + size + size % 2, max(bytes.count, at + 4 + size))
      switch id {
      case 0x0404: try scanIPTC(ScanBytes(body))
      case 0x0409, 0x040C: found.insert(.embedded)
      case 0x0422: try attempt { try $0.scanTIFF(body) }
      case 0x0424: scanXMP(body)
      // Resolution, quality, and the hash of the IPTC beside it.
      case 0x03ED, 0x0406, 0x0425: break
      default: found.insert(.unread)
      }
    }
  }

  /// IPTC-IIM: records of datasets.
  private mutating func scanIPTC(_ bytes: ScanBytes) throws {
    var at = 0
    while at < bytes.count {
      // Zeros fill what is left.
      if try bytes.u8(at) == 0 { return }
      guard try bytes.u8(at) == 0x1C else { throw ScanStop.malformed }
      let (record, dataset) = (try bytes.u8(at + 1), try bytes.u8(at + 2))
      let size = try bytes.u16(at + 3)
      guard size < 0x8000 else { throw ScanStop.malformed }
      _ = try bytes.slice(at + 5, size)
      at += 5 + size
      guard record == 2 else { continue }
      switch dataset {
      case 26, 27, 90...101: found.insert(.location)
      case 80...85, 110...118, 122: found.insert(.author)
      case 65, 70: found.insert(.software)
      // Version, dates, times.
      case 0, 55...62: break
      default: found.insert(.comment)
      }
    }
  }

  /// A colour profile: those of screens and printers name them; the usual ones say nothing.
  mutating func scanProfile(_ profile: [UInt8]) {
    // As UTF-16 its names have a zero byte beside every letter.
    let text = profile.filter { $0 != 0 }
    let isUsual = text.holds(anyOf: ["sRGB", "Display P3", "Adobe RGB", "Gray Gamma", "c2ci"])
    if !isUsual || text.holds("mmod") { found.insert(.device) }
  }
}
