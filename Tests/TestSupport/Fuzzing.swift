// SPDX-License-Identifier: Apache-2.0

/// Hostile variations of valid bytes, for every decoder.
public enum Fuzzing {
  /// Every proper prefix.
  public static func truncations(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.indices.map { Array(bytes[..<$0]) }
  }

  /// One bit changed, at every byte.
  public static func flips(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.indices.map { index in
      var flipped = bytes
      flipped[index] ^= 1 << UInt8(index % 8)
      return flipped
    }
  }

  /// Bytes without any structure.
  public static func noise(_ seed: String, count: Int = 300) -> [[UInt8]] {
    let random = SeededRandom(seed: seed)
    return (0..<count).map { random.bytes($0) }
  }

  /// Pieces of valid bytes cut out, doubled and put elsewhere.
  public static func splices(of bytes: [UInt8], seed: String, count: Int = 300) -> [[UInt8]] {
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

  /// All of these, without what came out unchanged.
  public static func hostile(_ bytes: [UInt8], seed: String) -> [[UInt8]] {
    let variations =
      truncations(of: bytes) + flips(of: bytes) + noise(seed) + splices(of: bytes, seed: seed)
    return variations.filter { $0 != bytes }
  }
}
