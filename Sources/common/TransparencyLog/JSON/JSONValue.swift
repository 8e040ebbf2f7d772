// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not canonical JSON, or a member is not what was expected.
public enum JSONError: Error, Equatable, Sendable {
  case malformed
  case notCanonical
  case tooDeep
  case tooLarge
  case invalidKey
  case integerOutOfRange
  case missingMember
  case wrongType
  case unexpectedMember
}

/// The values of our JSON (Format.md §1): no null, no fractions. Strings are compared as bytes, because
/// text is never normalised.
public indirect enum JSONValue: Equatable, Sendable {
  case object(JSONObject)
  case array([JSONValue])
  case string(String)
  case integer(Int64)
  case boolean(Bool)

  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.object(let a), .object(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.integer(let a), .integer(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    default: false
    }
  }
}
