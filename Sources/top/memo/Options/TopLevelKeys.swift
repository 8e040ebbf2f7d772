// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The keys of a JSON object as they were written, repeated ones too, which Foundation's parser drops.
struct TopLevelKeys {
  private(set) var repeated: String?

  /// - Parameter json: an object that was parsed already, so that only strings and nesting matter here.
  init(_ json: Data) {
    var keys: Set<String> = []
    var depth = 0
    var string: Data?
    var last = Data()
    var isEscaped = false
    for byte in json {
      if string != nil {
        string?.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          last = string ?? last
          string = nil
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): string = Data([byte])
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 1:
        // Unescaped: two spellings of a key are one key.
        let key = try? JSONSerialization.jsonObject(with: last, options: .fragmentsAllowed)
        guard let key = key as? String, !keys.insert(key).inserted else { continue }
        repeated = repeated ?? key
      default: continue
      }
    }
  }
}
