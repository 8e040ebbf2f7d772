// SPDX-License-Identifier: Apache-2.0

/// JPEG (ITU-T T.81 annex B): segments up to the image, then whatever stands after its end.
extension TraceScan {
  mutating func scanJPEG() throws { try scanTail(from: try scanJPEG(at: 0)) }

  /// - Returns: where the image ends.
  mutating func scanJPEG(at start: Int) throws -> Int {
    var at = start + 2
    var tables = JPEGTables()
    while true {
      let head = try input.bytes(at, 2)
      guard head[0] == 0xFF else { throw ScanStop.malformed }
      let marker = head[1]
      // Fill bytes may stand before any marker.
      at += marker == 0xFF ? 1 : 2
      if marker == 0xFF || marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
      if marker == 0xD9 { return at }
      guard marker != 0, marker != 0xD8 else { throw ScanStop.malformed }
      let length = try ScanBytes(input.bytes(at, 2)).u16(0)
      guard length >= 2, length <= input.size - at else { throw ScanStop.malformed }
      let payload = try input.bytes(at + 2, length - 2)
      if JPEGMarker.mayTell(marker) {
        try attempt { try $0.scanSegment(marker, payload) }
      } else if !tables.isExact(marker, payload) {
        found.insert(.unread)
      }
      at += length
      if marker == JPEGMarker.scan { at = try nextMarker(from: at) }
    }
  }

  /// The marker after entropy-coded data.
  private mutating func nextMarker(from start: Int) throws -> Int {
    var at = start
    while at < input.size - 1 {
      let window = try input.bytes(at, min(1 << 16, input.size - at))
      if let found = JPEGMarker.first(in: window) { return at + found }
      at += window.count - 1
    }
    throw ScanStop.malformed
  }

  /// Bytes after the end of the image: a video, another image, what was cropped away. Zeros are padding.
  mutating func scanTail(from at: Int) throws {
    guard at < input.size else { return }
    let tail = try input.bytes(at, min(1 << 16, input.size - at))
    if at + tail.count < input.size || tail.contains(where: { $0 != 0 }) { found.insert(.embedded) }
  }

  private mutating func scanSegment(_ marker: UInt8, _ payload: [UInt8]) throws {
    switch marker {
    case 0xFE: found.insert(.comment)
    case 0xE0: scanJFIF(payload)
    case 0xE1 where payload.begins("Exif\0"):
      try scanTIFF(Array(payload.dropFirst(6)))
    case 0xE1 where payload.begins("http://ns.adobe.com/xap/1.0/\0"):
      scanXMP(Array(payload.dropFirst(29)))
    // What did not fit in one segment, in pieces.
    case 0xE1 where payload.begins("http://ns.adobe.com/x"):
      scanXMP(payload)
      found.insert(.unread)
    case 0xE2 where payload.begins("ICC_PROFILE\0"): scanProfile(payload)
    // Several images in one file, depth maps and what was cropped away among them.
    case 0xE2 where payload.begins("MPF\0"): found.insert(.embedded)
    case 0xED where payload.begins("Photoshop 3.0\0"):
      try scanPhotoshop(ScanBytes(Array(payload.dropFirst(14))))
    case 0xEE where payload.begins("Adobe") && payload.count == JPEGMarker.adobeCount: break
    default: found.insert(.unread)
    }
  }

  private mutating func scanJFIF(_ payload: [UInt8]) {
    if payload.begins("JFIF\0") {
      // 14 bytes and a thumbnail.
      if payload.count != JPEGMarker.jfifCount { found.insert(.embedded) }
    } else {
      found.insert(payload.begins("JFXX\0") ? .embedded : .unread)
    }
  }
}
