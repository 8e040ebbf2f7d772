// SPDX-License-Identifier: Apache-2.0

/// A name inside any bag, ours or not, relative to its folder, compared as bytes. It has no empty, `.`
/// or `..` component and begins neither with `/` nor `~`, a drive letter or a `%VARIABLE%`, so it can mean
/// nothing outside the bag on any system.
public struct BagPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let bytes: [UInt8]

  /// `nil` when the name could lead out of the bag.
  public init?(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !Self.isDots($0) }), !bytes.contains(0) else {
      return nil
    }
    guard !Self.meansElsewhere(bytes) else { return nil }
    self.bytes = bytes
  }

  public init?(_ text: String) { self.init(Array(text.utf8)) }

  public init(_ path: SafePath) { bytes = path.bytes }

  public var description: String { String(decoding: bytes, as: UTF8.self) }

  public static func < (left: BagPath, right: BagPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Whether it stands below `data/`.
  var isPayload: Bool { bytes.starts(with: BagFormat.payloadPrefix) }

  /// The part before the first `/` of a name with none: files at the top of the bag.
  var isAtTop: Bool { !bytes.contains(UInt8(ascii: "/")) }

  /// What a system that ignores case and composition would compare.
  var folded: [UInt8] { Array(description.lowercased().utf8) }

  private static func isDots(_ part: ArraySlice<UInt8>) -> Bool {
    part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// Shortcuts that a shell or Windows expands.
  private static func meansElsewhere(_ bytes: [UInt8]) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "~"), UInt8(ascii: "\\"): return true
    case UInt8(ascii: "%"): return bytes.dropFirst().contains(UInt8(ascii: "%"))
    default: break
    }
    if bytes.count >= 2, bytes[1] == UInt8(ascii: ":") { return true }
    return bytes.split(separator: UInt8(ascii: "\\")).contains(where: isDots)
  }
}
