// SPDX-License-Identifier: Apache-2.0

/// A moment (Format.md §1), on the floor where it is only passed on: a day that there was, a time and an
/// offset. What it means is `Evidence`'s business.
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
    guard isShaped, isReal(bytes) else { throw RemoteError.malformed }
    return text
  }

  private static func isReal(_ bytes: [UInt8]) -> Bool {
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let (year, month) = (number(0..<4), number(5..<7))
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...days[month - 1]).contains(number(8..<10)) else {
      return false
    }
    return number(11..<13) < 24 && number(14..<16) < 60 && number(17..<19) < 60
      && number(20..<22) < 24 && number(23..<25) < 60
      && !bytes.suffix(6).elementsEqual("-00:00".utf8)
  }
}
