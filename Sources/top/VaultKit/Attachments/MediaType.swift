// SPDX-License-Identifier: Apache-2.0

/// A media type from a file's first bytes, else from its name; what is unknown is said to be so.
enum MediaType {
  static let unknown = "application/octet-stream"

  static func guess(name: String, beginning bytes: [UInt8]) -> String {
    let isContainer = bytes.starts(with: Array("PK".utf8)) || bytes.starts(with: [0xD0, 0xCF])
    if !isContainer, let type = signatures.first(where: { bytes.starts(with: $0.0) })?.1 {
      return type
    }
    if bytes.count >= 12, Array(bytes[4..<8]) == Array("ftyp".utf8) {
      let brand = String(decoding: bytes[8..<12], as: UTF8.self)
      if ["heic", "heix", "mif1", "msf1"].contains(brand) { return "image/heic" }
      if brand == "M4A " { return "audio/mp4" }
      return "video/mp4"
    }
    let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return extensions[suffix] ?? unknown
  }

  private static let signatures: [([UInt8], String)] = [
    ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89] + Array("PNG\r\n".utf8), "image/png"),
    (Array("GIF8".utf8), "image/gif"), (Array("%PDF-".utf8), "application/pdf"),
    (Array("OggS".utf8), "audio/ogg"), (Array("ID3".utf8), "audio/mpeg"),
    (Array("fLaC".utf8), "audio/flac"),
  ]

  private static let extensions = [
    "txt": "text/plain", "md": "text/plain", "csv": "text/csv", "html": "text/html",
    "htm": "text/html", "json": "application/json", "eml": "message/rfc822",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
    "webp": "image/webp", "svg": "image/svg+xml", "heic": "image/heic", "pdf": "application/pdf",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "wav": "audio/wav",
    "ogg": "audio/ogg", "opus": "audio/ogg", "mp4": "video/mp4", "mov": "video/quicktime",
    "3gp": "video/3gpp", "webm": "video/webm", "zip": "application/zip",
    "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
  ]
}
