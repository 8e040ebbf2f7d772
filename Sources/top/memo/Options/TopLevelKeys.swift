// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The keys of a JSON object as they were written, repeated ones too, which Foundation's parser drops.
struct TopLevelKeys {
  private(set) var repeated: String?

  /// - Parameter json: an object that was parsed already, so that only strings and nesting matter here.
  init(_ json: Data) {
    let bytes = Array(json)
    var keys: Set<String> = []
    var depth = 0
    var start: Int?
    var last = 0..<0
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if let begun = start {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          (last, start) = (begun..<index + 1, nil)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): start = index
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 1:
        guard let key = Self.unescaped(bytes[last]), !keys.insert(key).inserted else { continue }
        repeated = repeated ?? key
      default: continue
      }
    }
  }

  /// Two spellings of a key are one key.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> String? {
    guard text.contains(UInt8(ascii: "\\")) else {
      return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
    }
    return try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
      as? String
  }
}
