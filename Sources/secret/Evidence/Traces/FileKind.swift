// SPDX-License-Identifier: Apache-2.0

/// What a file is for the scanner: by its first bytes, since a name may say anything.
enum FileKind {
  case jpeg, png, tiff, riff
  /// HEIC, AVIF, MP4, QuickTime.
  case boxes
  case pdf
  /// A zip, office files among them.
  case archive
  case mail, text, empty, unknown

  /// Enough for a PDF's header, and for the first lines of a message.
  static let beginning = 4096

  init(_ bytes: [UInt8], mediaType: String) {
    if bytes.isEmpty {
      self = .empty
    } else if let kind = Self.signatures.first(where: { bytes.starts(with: $0.0) })?.1 {
      self = kind
    } else if bytes.count >= 12, Self.boxTypes.contains(ScanBytes.latin(bytes[4..<8])) {
      self = .boxes
    } else if Array(bytes.prefix(1024)).holds("%PDF-") {
      self = .pdf
    } else if mediaType == "message/rfc822" || Self.isMessage(bytes) {
      self = .mail
    } else {
      // Pages, cards and calendars are text with fields that nobody sees.
      self = Self.plainTypes.contains(mediaType) ? .text : .unknown
    }
  }

  private static let plainTypes: Set<String> = [
    "text/plain", "text/csv", "text/markdown", "text/tab-separated-values", "application/json",
  ]

  private static let signatures: [([UInt8], FileKind)] = [
    ([0xFF, 0xD8], .jpeg), (PNGChunk.signature, .png), (Array("II*\0".utf8), .tiff),
    (Array("MM\0*".utf8), .tiff), (Array("RIFF".utf8), .riff),
    (Array("PK\u{3}\u{4}".utf8), .archive),
    (Array("PK\u{5}\u{6}".utf8), .archive),
  ]

  private static let boxTypes: Set<String> = ["ftyp", "moov", "mdat", "wide", "free", "skip"]

  /// Lines that only mail programs write: a message that was typed again has none of them.
  private static let machineHeaders = [
    "received:", "return-path:", "message-id:", "mime-version:", "delivered-to:",
  ]

  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let lines = ScanBytes.latin(bytes).lowercased().split(whereSeparator: \.isNewline)
    return lines.contains { line in machineHeaders.contains { line.hasPrefix($0) } }
  }
}
