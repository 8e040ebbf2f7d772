// SPDX-License-Identifier: Apache-2.0
import TestSupport

/// Hostile variations of a valid file, for every parser of this target.
enum Fuzzing {
  /// Every proper prefix.
  static func truncations(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.indices.map { Array(bytes[..<$0]) }
  }

  /// One bit changed, at every byte.
  static func flips(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.indices.map { index in
      var flipped = bytes
      flipped[index] ^= 1 << UInt8(index % 8)
      return flipped
    }
  }

  /// Bytes without any structure.
  static func noise(_ seed: String, count: Int = 300) -> [[UInt8]] {
    let random = SeededRandom(seed: seed)
    return (0..<count).map { random.bytes($0) }
  }

  /// Pieces of a valid file cut out, doubled and put elsewhere.
  static func splices(of bytes: [UInt8], seed: String, count: Int = 300) -> [[UInt8]] {
    let random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let cuts = random.bytes(6)
      let place = { (index: Int) in
        (Int(cuts[index]) << 8 | Int(cuts[index + 1])) % (bytes.count + 1)
      }
      let (from, to, at) = (min(place(0), place(2)), max(place(0), place(2)), place(4))
      return Array(bytes[..<at]) + Array(bytes[from..<to])
        + Array(bytes[at...].dropFirst(to - from))
    }
  }
}
