// SPDX-License-Identifier: Apache-2.0

extension TraceScan {
  private static let textLimit = 1 << 20

  mutating func scanPNG() throws {
    var at = PNGChunk.signature.count
    var seen = PNGChunks()
    while true {
      let head = try ScanBytes(input.bytes(at, 8))
      let (size, type) = (try head.u32(0), try head.code(4))
      guard size <= input.size - at - 12 else { throw ScanStop.malformed }
      if type == "IHDR", size == 13 { seen.colour = try input.bytes(at + 8, 13)[9] }
      if type == "acTL", size == 8 { seen.frames = try ScanBytes(input.bytes(at + 8, 8)).u32(0) }
      if !seen.mayHold(type, size) { found.insert(.unread) }
      try scanChunk(type, at + 8, size)
      at += 12 + size
      if type == "IEND" {
        if !seen.areAllShown { found.insert(.unread) }
        return try scanTail(from: at)
      }
    }
  }

  private mutating func scanChunk(_ type: String, _ offset: Int, _ size: Int) throws {
    if let limit = PNGChunk.shown[type] ?? PNGChunk.harmless[type] {
      if size > limit { found.insert(.unread) }
      return
    }
    switch type {
    case "eXIf", "tEXt", "iTXt":
      guard size <= Self.textLimit else {
        found.insert(.unread)
        return
      }
      let body = try input.bytes(offset, size)
      if type == "eXIf" {
        try attempt { try $0.scanTIFF(body) }
      } else {
        scanText(body, isInternational: type == "iTXt")
      }
    // Compressed texts and profiles among them: this program has no decompressor, on purpose.
    default: found.insert(.unread)
    }
  }

  /// `keyword 0 text`, or `keyword 0 compressed method language 0 translated 0 text`.
  private mutating func scanText(_ body: [UInt8], isInternational: Bool) {
    let keyword = ScanBytes.latin(body.prefix { $0 != 0 })
    let text = Array(body.dropFirst(keyword.unicodeScalars.count + 1))
    if isInternational && text.first != 0 {
      found.insert(.unread)
    } else if keyword == "XML:com.adobe.xmp" {
      scanXMP(text)
    } else if keyword.hasPrefix("Raw profile type") {
      found.insert(.unread)
    } else {
      found.insert(Self.keywords[keyword.lowercased()] ?? .comment)
    }
  }

  private static let keywords: [String: Trace] = [
    "author": .author, "artist": .author, "copyright": .author, "creator": .author,
    "software": .software, "source": .device, "make": .device, "model": .device,
    "location": .location, "creation time": .software,
  ]
}
