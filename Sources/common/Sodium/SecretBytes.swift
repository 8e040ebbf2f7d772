// SPDX-License-Identifier: Apache-2.0
import CSodium

/// Bytes in guarded memory (`sodium_malloc`): locked out of swap, between guard pages, never in a
/// core dump, wiped when the last reference goes.
///
/// A reference type, so that a secret exists once however often it is handed on. It is immutable
/// after its initializer, which is what makes it safe to share; `@unchecked` says so to the compiler,
/// which cannot see through the pointer. It never prints its contents.
public final class SecretBytes: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  /// Number of bytes.
  public let count: Int

  /// Allocates `count` bytes and lets `fill` write them; wiped at once if `fill` throws.
  /// - Throws: ``SodiumError/outOfMemory``, or what `fill` throws.
  public init(count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws -> Void) throws {
    guard sodium_init() >= 0 else { throw SodiumError.initialization }
    guard count >= 0, let base = GuardedBlocks.take(count) else { throw SodiumError.outOfMemory }
    self.base = base
    self.count = count
    try fill(UnsafeMutableRawBufferPointer(start: base, count: count))
    sodium_mprotect_readonly(base)
  }

  deinit {
    sodium_mprotect_readwrite(base)
    GuardedBlocks.giveBack(base, count)
  }

  /// Copies bytes that are already in ordinary memory; the caller wipes its own copy.
  public convenience init(copying bytes: some Collection<UInt8>) throws {
    try self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
  }

  /// Moves bytes here and wipes the source.
  public convenience init(moving bytes: inout [UInt8]) throws {
    defer { Memory.wipe(&bytes) }
    try self.init(copying: bytes)
  }

  /// `count` fresh random bytes.
  public static func random(count: Int) throws -> SecretBytes {
    try SecretBytes(count: count) { buffer in
      if let base = buffer.baseAddress { randombytes_buf(base, buffer.count) }
    }
  }

  /// Lends the bytes; the pointer must not outlive `body`.
  public func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) {
      try body(UnsafeRawBufferPointer(start: base, count: count))
    }
  }

  /// A part of these bytes, in guarded memory of its own.
  public func slice(_ range: Range<Int>) throws -> SecretBytes {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw SodiumError.invalidLength }
    return try withUnsafeBytes { source in
      try SecretBytes(count: range.count) {
        $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
      }
    }
  }
}

extension SecretBytes: Equatable {
  /// Constant-time for equal lengths.
  public static func == (left: SecretBytes, right: SecretBytes) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { a in
      right.withUnsafeBytes { b in
        guard let a = a.baseAddress, let b = b.baseAddress, left.count > 0 else { return true }
        return sodium_memcmp(a, b, left.count) == 0
      }
    }
  }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "SecretBytes(\(count))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
