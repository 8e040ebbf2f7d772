// SPDX-License-Identifier: Apache-2.0
public import Sodium
import Synchronization

/// Deterministic "random" bytes for fixtures and fuzzing: BLAKE2b(seed ‖ counter). Tests only.
public final class SeededRandom: RandomSource {
  private let seed: [UInt8]
  private let counter = Mutex<UInt64>(0)

  public init(seed: String) { self.seed = Array(seed.utf8) }

  public func bytes(_ count: Int) -> [UInt8] {
    var output: [UInt8] = []
    while output.count < count {
      let block = counter.withLock { value in
        value += 1
        return value
      }
      let message = seed + [0] + withUnsafeBytes(of: block.littleEndian) { Array($0) }
      output += BLAKE2b.hash(message, count: 64)
    }
    return Array(output.prefix(count))
  }

  public func secret(_ count: Int) throws -> SecretBytes {
    try SecretBytes(copying: bytes(count))
  }
}

extension SeededRandom {
  /// A number from 0 to `bound` - 1; uniform enough for tests.
  public func number(below bound: Int) -> Int {
    let value = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(value % UInt64(bound))
  }

  /// One of `elements`, which are not empty.
  public func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }
}
