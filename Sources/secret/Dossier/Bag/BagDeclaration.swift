// SPDX-License-Identifier: Apache-2.0

/// `bagit.txt` (RFC 8493, §2.1.1): two lines in this spelling, UTF-8, no byte order mark.
struct BagDeclaration: Equatable {
  enum Version: Equatable { case v097, v10 }

  let version: Version
  let encoding: TagEncoding

  private static let versionLabel = "BagIt-Version: "
  private static let encodingLabel = "Tag-File-Character-Encoding: "

  /// The declaration, or what is wrong with it.
  static func parse(_ bytes: [UInt8]) -> Result<BagDeclaration, Refusal> {
    let lines = TagLines.split(bytes).compactMap { String(validating: $0, as: UTF8.self) }
    guard lines.count == 2, TagLines.split(bytes).count == 2, lines[0].hasPrefix(versionLabel),
      lines[1].hasPrefix(encodingLabel)
    else { return .failure(.malformed) }
    let number = lines[0].dropFirst(versionLabel.count)
    guard isVersionNumber(number) else { return .failure(.malformed) }
    guard let version = versions[String(number)] else { return .failure(.unsupportedVersion) }
    guard let encoding = TagEncoding(lines[1].dropFirst(encodingLabel.count)) else {
      return .failure(.unsupportedEncoding)
    }
    return .success(BagDeclaration(version: version, encoding: encoding))
  }

  enum Refusal: Error { case malformed, unsupportedVersion, unsupportedEncoding }

  private static let versions: [String: Version] = ["0.97": .v097, "1.0": .v10]

  /// Digits, a dot, digits.
  private static func isVersionNumber(_ text: Substring) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
