// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium

/// The tag files of a bag that we write (RFC 8493, §2.1 and §2.2): LF line ends, UTF-8, names that need
/// no escaping.
public enum Bag {
  /// `bagit.txt`.
  public static let declaration = Array(
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// `bag-info.txt`, the fields in the order given. A line break in a value becomes a space, so that a
  /// value cannot begin another field.
  public static func information(_ fields: [(label: String, value: String)]) -> [UInt8] {
    Array(
      fields.map { "\(oneLine($0.label, noColon: true)): \(oneLine($0.value))\n" }.joined().utf8)
  }

  /// A manifest: a line `<hex>  <path>` for each file, ascending by the paths' bytes.
  public static func manifest(_ files: [(path: SafePath, digest: SHA256Digest)]) -> [UInt8] {
    let sorted = files.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    return Array(sorted.map { "\(Hex.encode($0.digest.bytes))  \($0.path)\n" }.joined().utf8)
  }

  /// The value of `Payload-Oxum`: bytes, a dot, files.
  public static func payloadOxum(bytes: UInt64, files: Int) -> String { "\(bytes).\(files)" }

  private static func oneLine(_ text: String, noColon: Bool = false) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak =
        scalar.properties.generalCategory == .control || scalar == "\u{2028}"
        || scalar == "\u{2029}" || (noColon && scalar == ":")
      output.append(isBreak ? " " : scalar)
    }
    let words = String(output).split(separator: " ", omittingEmptySubsequences: true)
    return words.joined(separator: " ")
  }
}
