// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// Token buckets for vaults and addresses. They are of this process alone: with several servers over one store, each
/// gives its own rate.
actor LimitBook {
  /// What a refused guess costs its address.
  static let refusalCost = 10.0
  /// Buckets that are kept; beyond, those that are full again go.
  private static let capacity = 20_000

  private struct Bucket {
    var tokens: Double
    var time: UInt64
  }

  private let policy: ServicePolicy
  private let now: @Sendable () -> UInt64
  private var vaults: [VaultID: Bucket] = [:]
  private var addresses: [String: Bucket] = [:]

  init(policy: ServicePolicy, now: @escaping @Sendable () -> UInt64) {
    self.policy = policy
    self.now = now
  }

  func take(vault: VaultID) throws {
    guard let rate = policy.vaultRate else { return }
    try take(1, of: rate, from: &vaults, vault)
  }

  func take(address: String?, tokens: Double = 1) throws {
    guard let rate = policy.addressRate, let address else { return }
    try take(tokens, of: rate, from: &addresses, address)
  }

  private func take<Key: Hashable>(
    _ tokens: Double, of rate: ServicePolicy.Rate, from buckets: inout [Key: Bucket], _ key: Key
  ) throws {
    let time = now()
    if buckets.count >= Self.capacity, buckets[key] == nil {
      buckets = buckets.filter { Self.level($0.value, rate, time) < rate.burst }
      // Still full of busy ones: forgetting them is kinder than remembering without end.
      if buckets.count >= Self.capacity { buckets.removeAll() }
    }
    let level = buckets[key].map { Self.level($0, rate, time) } ?? rate.burst
    guard level >= 1 else { throw Refused(.tooMany) }
    buckets[key] = Bucket(tokens: max(level - tokens, 0), time: time)
  }

  private static func level(
    _ bucket: Bucket, _ rate: ServicePolicy.Rate, _ time: UInt64
  ) -> Double {
    let passed = time > bucket.time ? Double(time - bucket.time) : 0
    return min(rate.burst, bucket.tokens + passed * rate.perSecond)
  }
}
