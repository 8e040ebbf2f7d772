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
    let start = text.first { $0 > 0x20 && $0 < 0x80 }
    // Marked-up text has fields that nobody sees; encoded files keep what they carry.
    let isMarkedUp = start == UInt8(ascii: "<") || text.begins("{\\rtf")
    if !isPlain || isMarkedUp || text.holds(anyOf: ["base64", "BASE64", "ENCODING=b"]) {
      found.insert(.unread)
    }
  }
}
