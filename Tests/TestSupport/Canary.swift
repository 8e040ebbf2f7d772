// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Sodium

/// A text that is nowhere by chance, and the forms in which it could leak.
public struct Canary: Sendable {
  public let text: String
  private let forms: [(name: String, bytes: [UInt8])]

  public init(_ text: String) {
    self.text = text
    let utf8 = Array(text.utf8)
    var forms = [(name: "UTF-8", bytes: utf8)]
    forms.append(("UTF-16LE", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    forms.append(("UTF-16BE", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }))
    let hex = Hex.encode(utf8)
    forms.append(("hex", Array(hex.utf8)))
    forms.append(("HEX", Array(hex.uppercased().utf8)))
    for shift in 0..<3 {
      for variant in [Base64.Variant.standard, .urlUnpadded] {
        let encoded = Base64.encode([UInt8](repeating: 0, count: shift) + utf8, variant)
        // What the bytes before and after have no part in.
        let from = shift == 0 ? 0 : shift + 1
        let to = (shift + utf8.count) * 8 / 6
        forms.append(("base64 \(variant), \(shift)", Array(Array(encoded.utf8)[from..<to])))
      }
    }
    self.forms = forms
  }

  /// The forms in which it is in `bytes`.
  public func forms(in bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBytes { bytes in
      forms.filter { ByteSearch.first($0.bytes, in: bytes) != nil }.map(\.name)
    }
  }

  /// Where it is, in names and contents of the files at or below these paths.
  public func found(below paths: [String]) throws -> [String] {
    try paths.flatMap { path -> [String] in
      try Self.files(below: path).flatMap { file -> [String] in
        let named = forms(in: Array(file.dropFirst(path.count).utf8)).map { "name: \($0)" }
        let bytes = (try? Data(contentsOf: URL(fileURLWithPath: file))).map { Array($0) } ?? []
        return (named + forms(in: bytes)).map { "\(file): \($0)" }
      }
    }
  }

  /// Files and folders.
  private static func files(below path: String) throws -> [String] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let type = attributes?[.type] as? FileAttributeType else { return [] }
    guard type == .typeDirectory else { return [path] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).map { path + "/" + $0 }
  }

  /// Every form, to prove that each is found.
  public var samples: [[UInt8]] { forms.map(\.bytes) }
}
