// SPDX-License-Identifier: Apache-2.0

/// Whether an age file is binary or text.
public enum Framing: Sendable {
  case binary
  case armored

  /// How much of a file is looked at to tell.
  private static let window = 2 * AgeV1.maximumArmorWhitespace

  /// What a file means to be. One with something before its armor is armored, and refused as such.
  static func detect(_ source: BufferedSource) throws -> Framing {
    let magic = Array(AgeV1.versionPrefix.utf8)
    if try source.peek(magic.count) == magic { return .binary }
    let start = try source.peek(window)
    let text = start.drop(while: ArmorReader.isWhitespace)
    let isArmored = text.starts(with: "-----".utf8) || contains("-----BEGIN AGE ", in: start)
    return isArmored ? .armored : .binary
  }

  private static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: text.utf8) }
  }
}
