// SPDX-License-Identifier: Apache-2.0
import CSodium

/// Where random bytes come from. Passed in, so that fixtures can be made again byte for byte; the
/// deterministic one lives in the tests.
public protocol RandomSource: Sendable {
  /// Exactly `count` bytes, not secret once published.
  func bytes(_ count: Int) -> [UInt8]
  /// Exactly `count` bytes in guarded memory.
  func secret(_ count: Int) throws -> SecretBytes
}

/// The kernel's generator, through libsodium.
public struct SystemRandom: RandomSource {
  public init() {}

  public func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress { randombytes_buf(base, count) }
      initialized = count
    }
  }

  public func secret(_ count: Int) throws -> SecretBytes { try SecretBytes.random(count: count) }
}
