// SPDX-License-Identifier: Apache-2.0

/// Small files of each format, made byte by byte, with something in them that is not shown.
public enum TraceFiles {
  /// Stands in every name, so that a test can look for it.
  public static let canary = "CANARI-TRACE"

  static func big16(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
  static func big32(_ value: Int) -> [UInt8] { big16(value >> 16) + big16(value) }
  static func little16(_ value: Int) -> [UInt8] { big16(value).reversed() }
  static func little32(_ value: Int) -> [UInt8] { big32(value).reversed() }

  // MARK: Exif

  /// One entry of a directory; a value over four bytes stands after it.
  struct Tag {
    let tag: Int
    let type: Int
    let count: Int
    let value: [UInt8]

    static func text(_ tag: Int, _ text: String) -> Tag {
      Tag(tag: tag, type: 2, count: text.utf8.count + 1, value: Array(text.utf8) + [0])
    }
    static func short(_ tag: Int, _ number: Int) -> Tag {
      Tag(tag: tag, type: 3, count: 1, value: big16(number) + [0, 0])
    }
    static func long(_ tag: Int, _ number: Int) -> Tag {
      Tag(tag: tag, type: 4, count: 1, value: big32(number))
    }
  }

  static func directory(_ tags: [Tag], at offset: Int, next: Int = 0) -> [UInt8] {
    var (entries, values): ([UInt8], [UInt8]) = ([], [])
    let after = offset + 2 + tags.count * 12 + 4
    for tag in tags {
      entries += big16(tag.tag) + big16(tag.type) + big32(tag.count)
      if tag.value.count <= 4 {
        entries += tag.value + [UInt8](repeating: 0, count: 4 - tag.value.count)
      } else {
        entries += big32(after + values.count)
        values += tag.value
      }
    }
    return big16(tags.count) + entries + big32(next) + values
  }

  /// A TIFF structure: make and owner, orientation, and a position of 48° 51' 24".
  public static func exif(
    orientation: Int = 6, device: Bool = true, owner: Bool = true, position: Bool = true
  ) -> [UInt8] {
    var tags: [Tag] = []
    if device { tags.append(.text(0x010F, "\(canary) Phone")) }
    tags.append(.short(0x0112, orientation))
    if owner { tags.append(.text(0x013B, "\(canary) Camille")) }
    var bytes = Array("MM\0*".utf8) + big32(8)
    guard position else { return bytes + directory(tags, at: 8) }
    tags.append(.long(0x8825, 0))
    let gps = 8 + directory(tags, at: 8).count
    tags[tags.count - 1] = .long(0x8825, gps)
    bytes += directory(tags, at: 8)
    let degrees = [48, 1, 51, 1, 24, 1].flatMap(big32)
    let north = Tag(tag: 1, type: 2, count: 2, value: [UInt8(ascii: "N"), 0])
    let latitude = Tag(tag: 2, type: 5, count: 3, value: degrees)
    return bytes + directory([north, latitude], at: gps)
  }

  // MARK: JPEG

  public static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big16(payload.count + 2) + payload
  }

  public static let jfif = segment(
    0xE0, Array("JFIF\0".utf8) + [1, 1, 1] + big16(72) + big16(72) + [0, 0])

  public static func exifSegment(_ tiff: [UInt8]) -> [UInt8] {
    segment(0xE1, Array("Exif\0\0".utf8) + tiff)
  }

  /// A grey image of 16 by 8 that decoders take: each block is one bit for its level and one for its end.
  public static let jpegBody: [UInt8] = {
    let table = segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    let frame = segment(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0])
    let codes = [1] + [UInt8](repeating: 0, count: 15) + [0]
    let huffman = segment(0xC4, [0x00] + codes) + segment(0xC4, [0x10] + codes)
    return table + frame + huffman + segment(0xDA, [1, 1, 0x00, 0, 63, 0]) + [0x0F]
  }()

  /// - Parameters:
  ///   - segments: before the image.
  ///   - after: what stands after its end.
  public static func jpeg(_ segments: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + jfif + segments + jpegBody + [0xFF, 0xD9] + after
  }

  /// A photo as a phone makes it.
  public static var photo: [UInt8] {
    jpeg(exifSegment(exif()), after: Array("\(canary) video".utf8))
  }

  public static func xmp(_ body: String) -> [UInt8] {
    Array("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\(body)</x:xmpmeta>".utf8)
  }

  public static func xmpSegment(_ body: String) -> [UInt8] {
    segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp(body))
  }

  /// Photoshop's resources, with one IPTC dataset of the second record.
  public static func iptcSegment(_ dataset: UInt8, _ text: String) -> [UInt8] {
    let iptc = [0x1C, 2, dataset] + big16(text.utf8.count) + Array(text.utf8)
    let padding = [UInt8](repeating: 0, count: iptc.count % 2)
    return segment(
      0xED,
      Array("Photoshop 3.0\0".utf8) + Array("8BIM".utf8) + big16(0x0404) + [0, 0]
        + big32(iptc.count) + iptc
        + padding)
  }

  // MARK: PNG

  public static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + body
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in checked {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return big32(body.count) + checked + big32(Int(~crc))
  }

  /// A grey image of one pixel, with `chunks` before it and bytes after its end.
  public static func png(_ chunks: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    let zlib: [UInt8] = [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
    return [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]
      + chunk("IHDR", big32(1) + big32(1) + [8, 0, 0, 0, 0]) + chunks + chunk("IDAT", zlib)
      + chunk("IEND", []) + after
  }

  public static func pngText(_ keyword: String, _ text: String) -> [UInt8] {
    chunk("tEXt", Array(keyword.utf8) + [0] + Array(text.utf8))
  }
}
