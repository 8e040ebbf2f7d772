// SPDX-License-Identifier: Apache-2.0
public import Sodium

extension Codex32String {
  /// The secret, from exactly as many shares as their threshold says (BIP-93, "Recovering Secret").
  /// - Throws: ``Codex32Error/mixedShares``, ``Codex32Error/duplicateShare``,
  ///   ``Codex32Error/wrongShareCount``.
  public static func secret(from shares: [Codex32String]) throws -> Codex32String {
    try interpolated(from: shares, at: secretIndex)
  }

  /// The share at another index; the secret may be among those given (BIP-93, "Generating Shares").
  public static func interpolated(
    from shares: [Codex32String], at index: UInt8
  ) throws -> Codex32String {
    let first = try checkSet(shares)
    let weights = lagrangeWeights(shares.map(\.shareIndex), at: index)
    let payload = try SecretBytes(count: first.payload.count) { output in
      for (share, weight) in zip(shares, weights) {
        share.payload.withUnsafeBytes { symbols in
          for position in symbols.indices {
            output[position] ^= GF32.multiply(weight, symbols[position])
          }
        }
      }
    }
    return try Codex32String(
      flavour: first.flavour, threshold: first.threshold, identifier: first.identifier,
      shareIndex: index, payload: payload)
  }

  /// `count` shares of this secret, threshold of which give it back.
  /// - Parameter count: threshold...31.
  /// - Throws: ``Codex32Error/notTheSecret``, ``Codex32Error/wrongThreshold`` for threshold 0,
  ///   ``Codex32Error/wrongShareCount``.
  public func split(into count: Int, random: any RandomSource) throws -> [Codex32String] {
    guard isSecret else { throw Codex32Error.notTheSecret }
    guard threshold >= 2 else { throw Codex32Error.wrongThreshold }
    let indices = Codex32Alphabet.shareIndices
    guard (threshold...indices.count).contains(count) else { throw Codex32Error.wrongShareCount }
    let fresh = try indices.prefix(threshold - 1).map { try randomShare(at: $0, random: random) }
    let derived = try indices[(threshold - 1)..<count].map {
      try Self.interpolated(from: fresh + [self], at: $0)
    }
    return fresh + derived
  }

  private func randomShare(at index: UInt8, random: any RandomSource) throws -> Codex32String {
    let noise = try random.secret(payload.count)
    let payload = try SecretBytes(count: noise.count) { output in
      noise.withUnsafeBytes { noise in
        for position in noise.indices { output[position] = noise[position] & 31 }
      }
    }
    return try Codex32String(
      flavour: flavour, threshold: threshold, identifier: identifier, shareIndex: index,
      payload: payload)
  }

  /// One set, complete and without duplicates; returns its first.
  private static func checkSet(_ shares: [Codex32String]) throws -> Codex32String {
    guard let first = shares.first else { throw Codex32Error.wrongShareCount }
    guard shares.allSatisfy(first.isOfOneSet) else { throw Codex32Error.mixedShares }
    guard Set(shares.map(\.shareIndex)).count == shares.count else {
      throw Codex32Error.duplicateShare
    }
    guard first.threshold >= 2, shares.count == first.threshold else {
      throw Codex32Error.wrongShareCount
    }
    return first
  }

  func isOfOneSet(with other: Codex32String) -> Bool {
    flavour == other.flavour && threshold == other.threshold && identifier == other.identifier
      && payload.count == other.payload.count
  }

  /// The weight of each index in the value at `target`; the indices are public and distinct.
  private static func lagrangeWeights(_ indices: [UInt8], at target: UInt8) -> [UInt8] {
    indices.map { index in
      indices.filter { $0 != index }.reduce(1) { weight, other in
        GF32.multiply(
          weight, GF32.multiply(target ^ other, GF32.inverse(index ^ other)))
      }
    }
  }
}
