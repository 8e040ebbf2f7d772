// SPDX-License-Identifier: Apache-2.0

/// Marker codes of a JPEG, the byte after 0xFF.
enum JPEGMarker {
  static let end: UInt8 = 0xD9
  static let scan: UInt8 = 0xDA
  static let jfif: UInt8 = 0xE0
  static let exif: UInt8 = 0xE1
  static let adobe: UInt8 = 0xEE
  /// The payloads without a thumbnail or anything more.
  static let jfifCount = 14
  static let adobeCount = 12

  /// Frames, tables, scans and restart intervals: what an image is made of. Everything else may tell
  /// something.
  static func mayTell(_ marker: UInt8) -> Bool {
    !(0xC0...0xDD).contains(marker) || marker == 0xC8
  }

  /// The first marker in entropy-coded data: neither a stuffed byte, nor a restart, nor a fill byte.
  static func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count - 1 {
        if buffer[index] == 0xFF {
          let next = buffer[index + 1]
          if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return index }
        }
        index += 1
      }
      return nil
    }
  }
}
