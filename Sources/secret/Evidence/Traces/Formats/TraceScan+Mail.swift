// SPDX-License-Identifier: Apache-2.0

/// Messages (RFC 5322), by their headers; and plain text.
extension TraceScan {
  private static let headerLimit = 256 << 10
  private static let textLimit = 16 << 20

  mutating func scanMail() throws {
    let head = ScanBytes.latin(try input.bytes(0, min(input.size, Self.headerLimit)))
    var isWhole = input.size <= Self.headerLimit
    // A line that begins with a space belongs to the one before it.
    for line in head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.isEmpty {
        isWhole = true
        break
      }
      note(header: line.prefix { $0 != ":" }.lowercased())
    }
    if !isWhole { found.insert(.unread) }
    // Files in the message keep what they carry.
    let rest = try whole(Self.textLimit)
    if rest.holds(anyOf: ["multipart/", "base64", "Base64", "BASE64"]) { found.insert(.unread) }
  }

  private mutating func note(header name: String) {
    switch name {
    case "from", "to", "cc", "bcc", "sender", "reply-to", "return-path", "delivered-to",
      "x-original-to", "envelope-to", "resent-from", "resent-to":
      found.insert(.author)
    case "received", "x-received", "received-spf", "authentication-results":
      found.insert(.network)
    case _ where name.hasSuffix("-ip") || name.contains("originating"): found.insert(.network)
    case "x-mailer", "user-agent": found.insert(.device)
    default: break
    }
  }

  /// Plain text says what it shows, and no more; as long as it is plain.
  mutating func scanText() throws {
    let text = try whole(Self.textLimit)
    let isPlain = text.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    // Marked-up text has fields that nobody sees; encoded files keep what they carry.
    let start = text.first { $0 > 0x20 && $0 < 0x80 }
    let letters = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if !isPlain || start == UInt8(ascii: "<") || letters.holds(anyOf: Self.markup)
      || Self.hasEncodedFile(text)
    {
      found.insert(.unread)
    }
  }

  /// In small letters.
  private static let markup = [
    "<!--", "<!doctype", "<html", "<head", "<meta", "<body", "<script", "<style", "<svg", "<?xml",
    "{\\rtf", "base64", "encoding=b", "=ybegin ",
  ]

  /// Lines of nothing but the letters of base64 or hexadecimal, one after the other or without end; or the
  /// first line of uuencode.
  private static func hasEncodedFile(_ text: [UInt8]) -> Bool {
    var before = 0
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if line.starts(with: Array("begin ".utf8)) || line.starts(with: Array("begin-".utf8)),
        line.dropFirst(6).first.map({ (0x30...0x39).contains($0) || $0 == 0x62 }) ?? false
      {
        return true
      }
      let isEncoded = line.count >= 40 && line.allSatisfy(isBase64)
      before = isEncoded ? before + line.count : 0
      if before >= 100 { return true }
    }
    return false
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x2F...0x39).contains(byte) || byte == 0x2B
      || byte == 0x2D || byte == 0x3D || byte == 0x5F
  }
}
