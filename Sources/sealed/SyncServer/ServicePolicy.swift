// SPDX-License-Identifier: Apache-2.0

/// What an operator allows.
public struct ServicePolicy: Sendable {
  /// Days between an order to erase and what it does, at least.
  public var erasureDelayDays: UInt64 = 30
  /// Whether a new vault needs an invitation.
  public var needsInvitation = false
  /// The names of this server, lower case, without `:80` and `:443`; a request for another one is refused. Empty: any.
  public var authorities: Set<String> = []
  /// Of all objects of a vault, in bytes.
  public var quotaBytes: Int?
  public var quotaObjects: Int?
  /// Of one vault: how many there may be.
  public var logLimit = 256
  /// Requests of one vault, and of one address.
  public var vaultRate: Rate?
  public var addressRate: Rate?

  /// So many a second, and so many at once after a rest.
  public struct Rate: Equatable, Sendable {
    public var perSecond: Double
    public var burst: Double

    public init(perSecond: Double, burst: Double) {
      self.perSecond = perSecond
      self.burst = burst
    }
  }

  public init() {}
}
