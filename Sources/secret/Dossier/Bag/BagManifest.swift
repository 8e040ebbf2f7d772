// SPDX-License-Identifier: Apache-2.0

/// The lines of a manifest: a digest in hexadecimal, blanks, a path (RFC 8493, §2.1.3).
struct BagManifest {
  struct Entry {
    let digest: [UInt8]
    let path: Spelling
  }

  private(set) var entries: [Entry] = []

  /// What is wrong with single lines goes into `report`; the others are kept.
  init(_ text: [UInt8], name: String, report: inout BagReport) {
    for line in TagLines.split(text) {
      if line.isEmpty {
        report.add(.looseSpelling, name)
      } else if let (digest, path) = Self.fields(line) {
        if let path = Spelling(path, report: &report) {
          entries.append(Entry(digest: digest, path: path))
        }
      } else {
        report.add(.malformedManifest, name)
      }
    }
  }

  private static func fields(
    _ line: ArraySlice<UInt8>
  ) -> (digest: [UInt8], path: ArraySlice<UInt8>)? {
    let hex = line.prefix { !isBlank($0) }
    let path = line[hex.endIndex...].drop(while: isBlank)
    guard !path.isEmpty, let digest = bytes(hex) else { return nil }
    return (digest, path)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  /// Hexadecimal in either case (§2.4).
  private static func bytes(_ hex: ArraySlice<UInt8>) -> [UInt8]? {
    guard hex.count.isMultiple(of: 2), !hex.isEmpty else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(hex.count / 2)
    var high: UInt8?
    for byte in hex {
      guard let digit = nibble(byte) else { return nil }
      if let first = high { output.append(first << 4 | digit) }
      high = high == nil ? digit : nil
    }
    return output
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
