// SPDX-License-Identifier: Apache-2.0

/// The cost of turning a passphrase into a key. Values outside the range cannot be made, so neither a
/// forged slot nor a caller can weaken it.
public struct PassphraseCost: Equatable, Sendable {
  /// Passes, 3 or 4.
  public let iterations: UInt32
  /// KiB, 65536 (64 MiB) to 1048576 (1 GiB).
  public let memoryKiB: UInt32

  /// - Throws: ``SealError/costOutOfRange``.
  public init(iterations: UInt32, memoryKiB: UInt32) throws {
    guard (3...4).contains(iterations), (65_536...1_048_576).contains(memoryKiB) else {
      throw SealError.costOutOfRange
    }
    self.iterations = iterations
    self.memoryKiB = memoryKiB
  }

  private init(uncheckedIterations: UInt32, memoryKiB: UInt32) {
    iterations = uncheckedIterations
    self.memoryKiB = memoryKiB
  }

  /// What `memo` writes: libsodium's MODERATE, 256 MiB and 3 passes.
  public static let moderate = PassphraseCost(uncheckedIterations: 3, memoryKiB: 262_144)
  /// The least that is ever accepted: 64 MiB and 3 passes.
  public static let floor = PassphraseCost(uncheckedIterations: 3, memoryKiB: 65_536)
}
