// SPDX-License-Identifier: Apache-2.0

/// A box of the ISO base media format (ISO/IEC 14496-12 §4.2), wherever its bytes are.
struct MediaBox {
  let type: String
  /// Where its contents begin, and how many bytes they have.
  let offset: Int
  let count: Int
  var end: Int { offset + count }

  /// - Parameters:
  ///   - head: gives `count` bytes at an offset.
  ///   - limit: where what holds it ends.
  init(at start: Int, limit: Int, _ head: (Int, Int) throws -> [UInt8]) throws {
    guard limit - start >= 8 else { throw ScanStop.malformed }
    let short = ScanBytes(try head(start, 8))
    type = try short.code(4)
    switch try short.u32(0) {
    case 0: (offset, count) = (start + 8, limit - start - 8)
    case 1:
      guard limit - start >= 16 else { throw ScanStop.malformed }
      let size = try ScanBytes(head(start + 8, 8)).integer(0, 8)
      guard size >= 16, size <= limit - start else { throw ScanStop.malformed }
      (offset, count) = (start + 16, size - 16)
    case let size:
      guard size >= 8, size <= limit - start else { throw ScanStop.malformed }
      (offset, count) = (start + 8, size - 8)
    }
  }

  /// The boxes that stand one after the other in `bytes`; four zeros may end a list.
  static func all(in bytes: ScanBytes, from start: Int = 0) throws -> [MediaBox] {
    var boxes: [MediaBox] = []
    var at = start
    while at < bytes.count {
      if bytes.count - at == 4, try bytes.u32(at) == 0 { break }
      let box = try MediaBox(at: at, limit: bytes.count) { try bytes.slice($0, $1) }
      boxes.append(box)
      at = box.end
    }
    return boxes
  }
}
