// SPDX-License-Identifier: Apache-2.0
import Sodium

/// The lines that minisign's key and signature files are made of.
enum MinisignText {
  static let untrustedPrefix = "untrusted comment: "
  static let trustedPrefix = "trusted comment: "
  /// Bytes of a whole line that minisign reads into its buffers of 1024 and 8192 with newline and NUL.
  static let maximumUntrustedLine = 1022
  static let maximumTrustedLine = 8190
  /// No file of four such lines is longer.
  private static let maximumCount = 16 << 10

  /// Exactly `count` lines; only the newline of the last may be missing.
  static func lines(of file: [UInt8], count: Int) throws -> [String] {
    guard file.count <= maximumCount, let text = String(validating: file, as: UTF8.self) else {
      throw MinisignError.malformed
    }
    let body = text.utf8.last == 0x0A ? text.utf8.dropLast() : text.utf8[...]
    let lines = body.split(separator: 0x0A, maxSplits: count, omittingEmptySubsequences: false)
    guard lines.count == count else { throw MinisignError.malformed }
    return lines.map { String(Substring($0)) }
  }

  /// The comment that follows `prefix` on a line.
  static func comment(_ line: String, after prefix: String, maximum: Int) throws -> String {
    guard line.utf8.starts(with: prefix.utf8) else { throw MinisignError.malformed }
    let comment = String(Substring(line.utf8.dropFirst(prefix.utf8.count)))
    try check(comment, after: prefix, maximum: maximum)
    return comment
  }

  /// A comment fits minisign's buffer, and a terminal shows it as it is: no control character but the
  /// tab that minisign itself writes.
  static func check(_ comment: String, after prefix: String, maximum: Int) throws {
    let isPlain = comment.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control || $0 == "\t"
    }
    guard isPlain, prefix.utf8.count + comment.utf8.count <= maximum else {
      throw MinisignError.invalidComment
    }
  }

  /// Base64 of exactly `count` bytes.
  static func bytes(_ text: String, count: Int) throws -> [UInt8] {
    guard text.utf8.count <= count * 2, let bytes = try? Base64.decode(text, .standard),
      bytes.count == count
    else { throw MinisignError.malformed }
    return bytes
  }
}
