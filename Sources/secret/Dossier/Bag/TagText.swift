// SPDX-License-Identifier: Apache-2.0

/// The text of a tag file, in the encodings that `Tag-File-Character-Encoding` names in practice.
enum TagEncoding {
  case utf8, latin1, utf16

  init?(_ name: some StringProtocol) {
    switch name.uppercased() {
    case "UTF-8", "US-ASCII", "ASCII": self = .utf8
    case "ISO-8859-1": self = .latin1
    case "UTF-16", "UTF-16BE", "UTF-16LE": self = .utf16
    default: return nil
    }
  }

  /// UTF-8 bytes of the text; `nil` when it is not of this encoding.
  func decode(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    case .latin1:
      return bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    case .utf16: return Self.decodeUTF16(bytes)
    }
  }

  /// Big-endian unless a byte order mark says otherwise (RFC 2781, §4.3).
  private static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    let hasMark = isLittle || bytes.starts(with: [0xFE, 0xFF])
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}

/// Lines ended by LF, CR or CR LF; a last line without an end counts.
enum TagLines {
  static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 || byte == 13 {
        lines.append(bytes[start..<index])
        if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
