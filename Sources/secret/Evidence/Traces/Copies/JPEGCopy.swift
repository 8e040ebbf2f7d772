// SPDX-License-Identifier: Apache-2.0

/// What an image is made of, and nothing after its end. Headers that are needed to show it right are
/// written anew: density, Adobe's colour transform, orientation.
enum JPEGCopy {
  static func make(of original: [UInt8]) throws -> [UInt8] {
    let input = ScanBytes(original)
    var head: [UInt8] = []
    var body: [UInt8] = []
    var orientation = 1
    body.reserveCapacity(original.count)
    var at = 2
    while true {
      guard try input.u8(at) == 0xFF else { throw ScanStop.malformed }
      let marker = UInt8(try input.u8(at + 1))
      at += marker == 0xFF ? 1 : 2
      if marker == 0xFF { continue }
      if marker == JPEGMarker.end { break }
      guard marker > 0x01, !(0xD0...0xD8).contains(marker) else { throw ScanStop.malformed }
      let length = try input.u16(at)
      guard length >= 2 else { throw ScanStop.malformed }
      let payload = try input.slice(at + 2, length - 2)
      at += length
      if JPEGMarker.mayTell(marker) {
        if marker == JPEGMarker.exif, payload.begins("Exif\0\0"), orientation == 1 {
          orientation = ExifDirectory.orientation(of: Array(payload.dropFirst(6))) ?? 1
        } else {
          head += rewritten(marker, payload)
        }
        continue
      }
      body += segment(marker, payload)
      if marker == JPEGMarker.scan {
        guard let next = JPEGMarker.first(in: original, from: at) else { throw ScanStop.malformed }
        body += original[at..<next]
        at = next
      }
    }
    if orientation != 1 {
      head += segment(
        JPEGMarker.exif,
        Array("Exif\0\0".utf8) + ExifDirectory.encoded(orientation: orientation))
    }
    return [0xFF, 0xD8] + head + body + [0xFF, JPEGMarker.end]
  }

  private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
  }

  /// JFIF without its thumbnail and Adobe's marker; nothing for what is left out.
  private static func rewritten(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    switch marker {
    case JPEGMarker.jfif where payload.begins("JFIF\0") && payload.count >= JPEGMarker.jfifCount:
      segment(marker, Array(payload.prefix(JPEGMarker.jfifCount - 2)) + [0, 0])
    case JPEGMarker.adobe where payload.begins("Adobe") && payload.count >= JPEGMarker.adobeCount:
      segment(marker, Array(payload.prefix(JPEGMarker.adobeCount)))
    default: []
    }
  }
}
