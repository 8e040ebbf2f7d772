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
    if Self.plainParts.contains(type) { return }
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

  private static let plainParts: Set<String> = [
    "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "fmt ", "data", "fact",
  ]
  private static let knownParts: Set<String> = ["EXIF", "XMP ", "ICCP", "LIST"]
}
