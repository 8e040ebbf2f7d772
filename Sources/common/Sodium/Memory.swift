// SPDX-License-Identifier: Apache-2.0
import CSodium

/// What must be done to memory that held, or compares, something secret.
public enum Memory {
  /// Overwrites an array in place and empties it. Only the caller's own copy can be reached, so an
  /// array that held a secret must be uniquely referenced.
  public static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
    }
    bytes.removeAll(keepingCapacity: false)
  }

  /// Overwrites a buffer in place.
  public static func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
    if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
  }

  /// Constant-time comparison of two arrays of one length; `false` for different lengths.
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    guard !left.isEmpty else { return true }
    return sodium_memcmp(left, right, left.count) == 0
  }
}
