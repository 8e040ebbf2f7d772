// SPDX-License-Identifier: Apache-2.0

/// The chunks that show the image, and the orientation; nothing after the end.
enum PNGCopy {
  static func make(of original: [UInt8]) throws -> [UInt8] {
    let input = ScanBytes(original)
    var output = PNGChunk.signature
    output.reserveCapacity(original.count)
    var at = PNGChunk.signature.count
    while true {
      let (size, type) = (try input.u32(at), try input.code(at + 4))
      guard size <= input.count - at - 12 else { throw ScanStop.malformed }
      let end = at + 12 + size
      if let limit = PNGChunk.shown[type] {
        guard size <= limit,
          CRC32.of(original[(at + 4)..<(end - 4)]) == UInt32(try input.u32(end - 4))
        else { throw ScanStop.malformed }
        output += original[at..<end]
      } else if type == "eXIf",
        let value = ExifDirectory.orientation(of: try input.slice(at + 8, size)), value != 1
      {
        output += chunk(type, ExifDirectory.encoded(orientation: value))
      } else if type.utf8.first.map({ $0 & 0x20 == 0 }) ?? true {
        // An unknown chunk without which the image cannot be shown.
        throw ScanStop.malformed
      }
      if type == "IEND" { return output }
      at = end
    }
  }

  private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + body
    return bigEndian(UInt32(body.count)) + checked + bigEndian(CRC32.of(checked))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }
}
