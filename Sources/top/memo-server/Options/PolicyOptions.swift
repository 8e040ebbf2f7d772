// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SyncServer

/// What the operator allows. 0 takes a limit away.
struct PolicyOptions: ParsableArguments {
  @Flag(help: "A new vault needs a code of `memo-server invite`.")
  var invitations = false
  @Option(help: "Days between an order to erase and what it does; 30 unless said.")
  var erasureDelayDays: Int?
  @Option(help: "Bytes that a vault may hold; 50 GiB unless said.")
  var quotaBytes: Int?
  @Option(help: "Objects that a vault may hold; 500000 unless said.")
  var quotaObjects: Int?
  @Option(help: "Requests of a vault a second; 500 unless said.")
  var vaultRate: Int?
  @Option(help: "Requests of an address a second; 1000 unless said.")
  var addressRate: Int?

  func policy(names: [String]) throws -> ServicePolicy {
    let settings = Settings()
    func limit(_ given: Int?, _ found: Int?, _ usual: Int) throws -> Int? {
      let value = given ?? found ?? usual
      guard value >= 0 else { throw OperatorFailure(.usage, "a limit is not negative") }
      return value == 0 ? nil : value
    }
    func rate(_ given: Int?, _ found: Int?, _ usual: Int) throws -> ServicePolicy.Rate? {
      try limit(given, found, usual).map {
        ServicePolicy.Rate(perSecond: Double($0), burst: 4 * Double($0))
      }
    }
    var policy = ServicePolicy()
    policy.authorities = Set(names)
    policy.needsInvitation = try invitations || settings.flag(.invitations)
    let days = try erasureDelayDays ?? settings.number(.erasureDelayDays) ?? 30
    guard (0...36_500).contains(days) else {
      throw OperatorFailure(.usage, "--erasure-delay-days is 0 to 36500")
    }
    policy.erasureDelayDays = UInt64(days)
    policy.quotaBytes = try limit(quotaBytes, settings.number(.quotaBytes), 50 << 30)
    policy.quotaObjects = try limit(quotaObjects, settings.number(.quotaObjects), 500_000)
    policy.vaultRate = try rate(vaultRate, settings.number(.vaultRate), 500)
    policy.addressRate = try rate(addressRate, settings.number(.addressRate), 1000)
    return policy
  }
}
