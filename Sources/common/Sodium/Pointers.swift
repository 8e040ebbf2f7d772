// SPDX-License-Identifier: Apache-2.0

/// libsodium declares its pointers non-null; an empty buffer has none. Memory that nobody touches
/// stands in for it.
nonisolated(unsafe) private let nowhere = UnsafeMutableRawPointer.allocate(
  byteCount: 64, alignment: 16
).bindMemory(
  to: UInt8.self, capacity: 64)

extension UnsafeRawBufferPointer {
  /// The base address as libsodium wants it.
  var bytes: UnsafePointer<UInt8> {
    baseAddress?.assumingMemoryBound(to: UInt8.self) ?? UnsafePointer(nowhere)
  }
}

extension UnsafeMutableRawBufferPointer {
  /// The base address as libsodium wants it.
  var bytes: UnsafeMutablePointer<UInt8> {
    baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nowhere
  }
}
