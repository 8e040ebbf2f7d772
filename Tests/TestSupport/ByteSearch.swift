// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// `memmem`, which Glibc's module does not show.
public enum ByteSearch {
  private typealias Find =
    @convention(c) (UnsafeRawPointer, Int, UnsafeRawPointer, Int) -> UnsafeRawPointer?
  private static let find = dlsym(nil, "memmem").map { unsafeBitCast($0, to: Find.self) }

  /// The first place of `needle` in `bytes`.
  public static func first(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let find, let base = bytes.baseAddress, !needle.isEmpty else { return nil }
    return find(base, bytes.count, needle, needle.count).map { $0 - base }
  }

  public static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { first(needle, in: $0) } != nil
  }
}
