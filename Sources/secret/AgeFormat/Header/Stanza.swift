// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// One recipient's part of a header: what it is, its arguments, and the wrapped file key.
public struct Stanza: Equatable, Sendable {
  /// The first argument: `X25519`, `scrypt`, or anything else.
  public let type: String
  /// The arguments after the type.
  public let arguments: [String]
  public let body: [UInt8]

  /// `nil` unless there is a first argument and every one is one or more visible ASCII characters
  /// (`argument = 1*VCHAR`).
  public init?(_ allArguments: [String], body: [UInt8]) {
    guard let type = allArguments.first, allArguments.allSatisfy(Self.isArgument) else {
      return nil
    }
    self.init(type: type, arguments: Array(allArguments.dropFirst()), body: body)
  }

  /// For arguments that are known to be visible ASCII.
  init(type: String, arguments: [String], body: [UInt8]) {
    self.type = type
    self.arguments = arguments
    self.body = body
  }

  /// Argument line and body lines, as they stand in a header.
  var encoded: [UInt8] {
    let line = ([AgeV1.stanzaPrefix, type] + arguments).joined(separator: " ") + "\n"
    var output = Array(line.utf8)
    let text = Array(Base64.encode(body, .standardUnpadded).utf8)
    // The last line is shorter than 64 columns, hence empty when the text fills its lines.
    for start in stride(from: 0, through: text.count, by: AgeV1.columnsPerLine) {
      output += text[start..<min(start + AgeV1.columnsPerLine, text.count)]
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  private static func isArgument(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy({ (33...126).contains($0) })
  }
}
