// SPDX-License-Identifier: Apache-2.0

extension TraceFiles {
  // MARK: Boxes

  public static func box(_ type: [UInt8], _ body: [UInt8]) -> [UInt8] {
    big32(body.count + 8) + type + body
  }

  public static func box(_ type: String, _ body: [UInt8]) -> [UInt8] { box(Array(type.utf8), body) }

  /// A recording whose user data hold one box.
  public static func recording(_ type: [UInt8], _ body: [UInt8]) -> [UInt8] {
    let data = type.isEmpty ? [] : box("udta", box(type, body))
    return box("ftyp", Array("isom".utf8) + big32(0)) + box("moov", box("mvhd", []) + data)
      + box("mdat", [1, 2, 3])
  }

  /// A recording with a track of that handler.
  public static func track(_ handler: String) -> [UInt8] {
    let media = box("mdia", box("hdlr", big32(0) + big32(0) + Array(handler.utf8) + [0]))
    return box("ftyp", Array("isom".utf8) + big32(0)) + box("moov", box("trak", media))
  }

  /// An image with one item besides its own, whose bytes stand in `mdat`.
  public static func heic(_ type: String, _ item: [UInt8], mime: String = "") -> [UInt8] {
    func entry(_ id: Int, _ type: String, _ rest: [UInt8]) -> [UInt8] {
      box("infe", [2, 0, 0, 0] + big16(id) + [0, 0] + Array(type.utf8) + [0] + rest)
    }
    let information = box(
      "iinf",
      [0, 0, 0, 0] + big16(2) + entry(1, "hvc1", []) + entry(2, type, Array(mime.utf8) + [0]))
    func meta(_ offset: Int) -> [UInt8] {
      let location =
        [0, 0, 0, 0, 0x44, 0] + big16(1) + big16(2) + big16(0) + big16(1) + big32(offset)
        + big32(item.count)
      let handler = box("hdlr", big32(0) + big32(0) + Array("pict".utf8) + [0])
      return box("meta", big32(0) + handler + information + box("iloc", location))
    }
    let start = box("ftyp", Array("heic".utf8) + big32(0))
    let offset = start.count + meta(0).count + 8
    return start + meta(offset) + box("mdat", item)
  }

  public static var heicPhoto: [UInt8] {
    heic("Exif", big32(6) + Array("Exif\0\0".utf8) + exif())
  }

  // MARK: Documents

  public static func pdf(_ objects: String, end: String = "%%EOF\n") -> [UInt8] {
    Array("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n\(objects)\nstartxref\n9\n\(end)".utf8)
  }

  /// A zip with empty members of these names.
  public static func zip(_ names: [String]) -> [UInt8] {
    var (members, directory): ([UInt8], [UInt8]) = ([], [])
    for name in names {
      let name = Array(name.utf8)
      let common = little16(0) + little16(0) + little32(0) + little32(0) + little32(0) + little32(0)
      let lengths = little16(name.count) + little16(0)
      directory +=
        [0x50, 0x4B, 1, 2] + little16(20) + little16(20) + common + lengths + little16(0)
        + little16(0) + little16(0) + little32(0) + little32(members.count) + name
      members += [0x50, 0x4B, 3, 4] + little16(20) + common + lengths + name
    }
    return members + directory + [0x50, 0x4B, 5, 6] + little32(0) + little16(names.count)
      + little16(names.count) + little32(directory.count) + little32(members.count) + little16(0)
  }

  public static let mail = Array(
    """
    Received: from phone ([192.0.2.7]) by mail.example.org\r
    \twith ESMTP\r
    From: Camille <camille@example.org>\r
    X-Mailer: \(canary) Phone\r
    Subject: loyer\r
    \r
    Bonjour\r

    """.utf8)

  public static func riff(_ form: String, _ parts: [(String, [UInt8])]) -> [UInt8] {
    let body = parts.flatMap { type, bytes in
      Array(type.utf8) + little32(bytes.count) + bytes
        + [UInt8](repeating: 0, count: bytes.count % 2)
    }
    return Array("RIFF".utf8) + little32(body.count + 4) + Array(form.utf8) + body
  }
}
