// SPDX-License-Identifier: Apache-2.0

/// A relative name that means the same file on every system (Format.md §8): at most 120 bytes of
/// `[A-Za-z0-9._-]` and `/`, no component empty, `.`, `..`, ending in a dot, or reserved by Windows.
public struct SafePath: Hashable, Sendable, CustomStringConvertible {
  public static let longest = 120
  public let description: String

  /// - Throws: ``TarError/unsafePath``.
  public init(_ text: String) throws(TarError) {
    try self.init(bytes: Array(text.utf8))
  }

  /// - Throws: ``TarError/unsafePath``.
  public init(bytes: [UInt8]) throws(TarError) {
    guard (1...Self.longest).contains(bytes.count), bytes.allSatisfy(Self.isAllowed),
      bytes.split(separator: Self.slash, omittingEmptySubsequences: false)
        .allSatisfy(Self.isSafeComponent)
    else { throw .unsafePath }
    description = String(decoding: bytes, as: UTF8.self)
  }

  /// For names safe by construction.
  init(trusted text: String) {
    assert((try? SafePath(text)) != nil, "not a safe path")
    description = text
  }

  public var bytes: [UInt8] { Array(description.utf8) }

  /// This path below a folder.
  /// - Throws: ``TarError/unsafePath`` when the whole is too long.
  public func below(_ folder: SafePath) throws(TarError) -> SafePath {
    try SafePath(folder.description + "/" + description)
  }

  /// What is left of this path below a folder; `nil` when it is not there.
  public func relative(to folder: SafePath) -> SafePath? {
    let start = folder.description + "/"
    guard description.hasPrefix(start) else { return nil }
    return try? SafePath(String(description.dropFirst(start.count)))
  }

  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), dot, slash:
      true
    default: false
    }
  }

  /// `.` and `..` end in a dot.
  private static func isSafeComponent(_ component: ArraySlice<UInt8>) -> Bool {
    guard let last = component.last else { return false }
    return last != dot && !isReserved(component)
  }

  /// Windows gives these names to devices, whatever their case and extension.
  private static func isReserved(_ component: ArraySlice<UInt8>) -> Bool {
    let stem = String(decoding: component.prefix { $0 != dot }, as: UTF8.self).uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    return stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true
  }
}
