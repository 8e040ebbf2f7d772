// SPDX-License-Identifier: Apache-2.0

/// Reads only what the encoder can write; the byte comparison afterwards does the rest.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws -> JSONValue {
    let value = try value(depth: 0)
    guard index == bytes.count else { throw JSONError.malformed }
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func require(_ character: Unicode.Scalar) throws {
    guard take(character) else { throw JSONError.malformed }
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth))
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    default: return .integer(try integer())
    }
  }

  private mutating func object(_ depth: Int) throws -> JSONObject {
    guard depth < CanonicalJSON.depthLimit else { throw JSONError.tooDeep }
    try require("{")
    var members: [(key: String, value: JSONValue)] = []
    if take("}") { return JSONObject() }
    repeat {
      let key = try string()
      guard JSONObject.isKey(key), members.last.map({ JSONObject.precedes($0.key, key) }) ?? true
      else { throw JSONError.invalidKey }
      try require(":")
      members.append((key, try value(depth: depth + 1)))
    } while take(",")
    try require("}")
    return JSONObject(ascending: members)
  }

  private mutating func array(_ depth: Int) throws -> [JSONValue] {
    guard depth < CanonicalJSON.depthLimit else { throw JSONError.tooDeep }
    try require("[")
    var values: [JSONValue] = []
    if take("]") { return values }
    repeat { values.append(try value(depth: depth + 1)) } while take(",")
    try require("]")
    return values
  }

  private mutating func literal(_ text: StaticString, _ value: JSONValue) throws -> JSONValue {
    let expected = text.withUTF8Buffer { Array($0) }
    guard bytes[index...].starts(with: expected) else { throw JSONError.malformed }
    index += expected.count
    return value
  }

  private mutating func integer() throws -> Int64 {
    let start = index
    _ = take("-")
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte),
      index - start < 20
    {
      index += 1
    }
    guard let number = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      throw JSONError.malformed
    }
    return number
  }

  private mutating func string() throws -> String {
    try require("\"")
    var output: [UInt8] = []
    while true {
      let run = bytes[index...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      output += run
      index += run.count
      if take("\"") { break }
      output.append(try escape())
    }
    guard let text = String(validating: output, as: UTF8.self) else { throw JSONError.malformed }
    return text
  }

  /// Only the escapes that RFC 8785 writes; all stand for one byte.
  private mutating func escape() throws -> UInt8 {
    try require("\\")
    guard let byte = next else { throw JSONError.malformed }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let code = UInt8(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
        code < 0x20
      else { throw JSONError.malformed }
      index += 4
      return code
    default: throw JSONError.malformed
    }
  }
}
