// SPDX-License-Identifier: Apache-2.0

/// The name of an object in a store: `[a-z0-9-]+` between slashes, so that it means the same as a path on disk and
/// as a key of S3.
public struct ObjectKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// In bytes, of a name.
  public static let limit = 256
  /// In bytes, of an object.
  public static let objectLimit = 8 << 20

  public let description: String

  /// `nil` for any other text.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.limit,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isNameByte) })
    else { return nil }
    description = text
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
