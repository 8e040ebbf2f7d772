// SPDX-License-Identifier: Apache-2.0

/// The shape of a moment (Format.md §1), on the floor where it is only passed on. What it means is
/// `Evidence`'s business.
enum MomentText {
  private static let pattern = Array("0000-00-00T00:00:00+00:00".utf8)

  /// - Throws: ``RemoteError/malformed`` for any other shape.
  static func check(_ text: String) throws -> String {
    let bytes = Array(text.utf8)
    let isShaped =
      bytes.count == pattern.count
      && zip(bytes, pattern).allSatisfy { byte, shape in
        switch shape {
        case UInt8(ascii: "0"): (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        case UInt8(ascii: "+"): byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        default: byte == shape
        }
      }
    guard isShaped else { throw RemoteError.malformed }
    return text
  }
}
