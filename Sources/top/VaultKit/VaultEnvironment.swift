// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Seal
public import Sodium

/// What a vault takes from outside: the time, randomness, the cost of a passphrase, patience. Passed
/// in, so that tests and fixtures are repeatable; nothing of it is read from the environment.
public struct VaultEnvironment: Sendable {
  public let now: @Sendable () -> RecordedAt
  public let random: any RandomSource
  public let cost: PassphraseCost
  /// How long to wait for another process before saying who holds the vault.
  public let patience: Duration
  /// Bytes of sealed records that one synchronisation holds in memory at most; whoever shows more is not followed.
  public let fetchLimit: Int

  public init(
    now: @escaping @Sendable () -> RecordedAt = RecordedAt.systemNow,
    random: any RandomSource = SystemRandom(), cost: PassphraseCost = .moderate,
    patience: Duration = .seconds(5), fetchLimit: Int = 1 << 30
  ) {
    self.now = now
    self.random = random
    self.cost = cost
    self.patience = patience
    self.fetchLimit = fetchLimit
  }
}
