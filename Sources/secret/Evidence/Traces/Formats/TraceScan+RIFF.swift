// SPDX-License-Identifier: Apache-2.0

/// WebP and WAVE.
extension TraceScan {
  private static let partLimit = 1 << 20

  mutating func scanRIFF() throws {
    let head = try ScanBytes(input.bytes(0, 12), isBigEndian: false)
    let form = try head.code(8)
    guard form == "WEBP" || form == "WAVE" else { throw ScanStop.malformed }
    let end = try head.u32(4) + 8
    guard end <= input.size else { throw ScanStop.malformed }
    var at = 12
    while at < end {
      let part = try ScanBytes(input.bytes(at, 8), isBigEndian: false)
      let (type, size) = (try part.code(0), try part.u32(4))
      guard size <= end - at - 8 else { throw ScanStop.malformed }
      try scanPart(type, at + 8, size)
      at += 8 + size + size % 2
    }
    try scanTail(from: min(at, input.size))
  }

  private mutating func scanPart(_ type: String, _ offset: Int, _ size: Int) throws {
    if type == "ANMF" { return try scanFrame(offset, size) }
    if let limit = Self.plainParts[type] {
      if size > limit { found.insert(.unread) }
      return
    }
    guard Self.knownParts.contains(type), size <= Self.partLimit else {
      found.insert(.unread)
      return
    }
    let body = try input.bytes(offset, size)
    switch type {
    case "EXIF":
      // Some programs put the header of JPEG before it.
      try attempt { try $0.scanTIFF(body.begins("Exif\0\0") ? Array(body.dropFirst(6)) : body) }
    case "XMP ": scanXMP(body)
    case "ICCP": scanProfile(body)
    default:
      if body.holds(anyOf: ["IART", "IENG", "ICOP", "ITCH", "ICMS"]) { found.insert(.author) }
      found.insert(body.holds("ISFT") ? .software : .comment)
    }
  }

  /// One image of an animation: 16 bytes, then parts of its own.
  private mutating func scanFrame(_ offset: Int, _ size: Int) throws {
    guard size >= 16 else { throw ScanStop.malformed }
    let end = offset + size
    var at = offset + 16
    while at < end {
      let head = try ScanBytes(input.bytes(at, 8), isBigEndian: false)
      let (type, size) = (try head.code(0), try head.u32(4))
      guard size <= end - at - 8 else { throw ScanStop.malformed }
      if !["ALPH", "VP8 ", "VP8L"].contains(type) {
        found.insert(.unread)
        if Self.knownParts.contains(type) { try scanPart(type, at + 8, size) }
      }
      at += 8 + size + size % 2
    }
  }

  /// With the most bytes each may have.
  private static let plainParts: [String: Int] = [
    "VP8 ": .max, "VP8L": .max, "VP8X": 10, "ALPH": .max, "ANIM": 6, "fmt ": 40, "data": .max,
    "fact": 12,
  ]
  private static let knownParts: Set<String> = ["EXIF", "XMP ", "ICCP", "LIST"]
}
