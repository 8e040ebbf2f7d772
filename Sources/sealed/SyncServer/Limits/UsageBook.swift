// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// How much each vault holds. Counted by listing, at most about once a minute, and advanced by what this process
/// writes meanwhile. So a vault can pass its quota by what *other* processes write in that minute, no further.
actor UsageBook {
  struct Usage: Sendable {
    var bytes = 0
    var objects = 0
  }

  /// What the root signed comes in beyond the quota: a device must be revocable, and things erasable, when it is full.
  static let rootReserve = 64 << 20

  private let storage: any ObjectStorage
  private let policy: ServicePolicy
  private let now: @Sendable () -> UInt64
  private var counted: [VaultID: (usage: Usage, until: UInt64)] = [:]

  init(
    storage: any ObjectStorage, policy: ServicePolicy, now: @escaping @Sendable () -> UInt64
  ) {
    self.storage = storage
    self.policy = policy
    self.now = now
  }

  /// Whether so many bytes, as one object more, fit in.
  func hasRoom(for bytes: Int, in vault: VaultID, isOfRoot: Bool = false) async throws -> Bool {
    guard policy.quotaBytes != nil || policy.quotaObjects != nil else { return true }
    let usage = try await usage(of: vault)
    let (extraBytes, extraObjects) = isOfRoot ? (Self.rootReserve, 1000) : (0, 0)
    let fits = policy.quotaBytes.map { usage.bytes + bytes <= $0 + extraBytes } ?? true
    return fits && (policy.quotaObjects.map { usage.objects < $0 + extraObjects } ?? true)
  }

  /// After an object was written.
  func add(_ bytes: Int, to vault: VaultID) {
    counted[vault]?.usage.bytes += bytes
    counted[vault]?.usage.objects += 1
  }

  private func usage(of vault: VaultID) async throws -> Usage {
    let time = now()
    if let known = counted[vault], time < known.until { return known.usage }
    var usage = Usage()
    var after: ObjectKey?
    while true {
      let page = try await storage.list(prefix: Place.vault(vault), after: after, limit: 1000)
      for object in page {
        usage.bytes += object.size
        usage.objects += 1
      }
      guard page.count == 1000 else { break }
      after = page.last?.key
    }
    if counted.count >= 10_000 { counted.removeAll() }
    // A large vault is counted less often: listing it is work.
    counted[vault] = (usage, time + 60 + UInt64(usage.objects / 2000))
    return usage
  }
}
