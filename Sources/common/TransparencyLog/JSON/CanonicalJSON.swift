// SPDX-License-Identifier: Apache-2.0

/// One encoding per value (Format.md §1; strings as RFC 8785).
public enum CanonicalJSON {
  /// Objects and arrays inside one another.
  public static let depthLimit = 16
  static let integerLimit: Int64 = (1 << 53) - 1

  /// - Throws: ``JSONError/tooDeep``, ``JSONError/integerOutOfRange``.
  public static func encode(_ value: JSONValue) throws -> [UInt8] {
    var output: [UInt8] = []
    try write(value, depth: 0, to: &output)
    return output
  }

  /// Parses, encodes again and requires the same bytes.
  /// - Throws: ``JSONError``.
  public static func decode(_ bytes: [UInt8], limit: Int) throws -> JSONValue {
    guard bytes.count <= limit else { throw JSONError.tooLarge }
    var parser = JSONParser(bytes)
    let value = try parser.document()
    guard try encode(value) == bytes else { throw JSONError.notCanonical }
    return value
  }

  private static func write(_ value: JSONValue, depth: Int, to output: inout [UInt8]) throws {
    switch value {
    case .object, .array: guard depth < depthLimit else { throw JSONError.tooDeep }
    default: break
    }
    switch value {
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        try write(member.value, depth: depth + 1, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, element) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        try write(element, depth: depth + 1, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .string(let text): write(text, to: &output)
    case .integer(let number):
      guard (-integerLimit...integerLimit).contains(number) else {
        throw JSONError.integerOutOfRange
      }
      output += Array(String(number).utf8)
    case .boolean(let flag): output += Array((flag ? "true" : "false").utf8)
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0x08: output += Array("\\b".utf8)
      case 0x09: output += Array("\\t".utf8)
      case 0x0A: output += Array("\\n".utf8)
      case 0x0C: output += Array("\\f".utf8)
      case 0x0D: output += Array("\\r".utf8)
      case 0..<0x20:
        output +=
          Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
