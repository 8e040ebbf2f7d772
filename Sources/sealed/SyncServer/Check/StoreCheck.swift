// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium
public import TransparencyLog

/// Looks at every stored object, without any key: names that are hashes, signatures of roots and devices, and that each
/// log's state follows from its segments.
public struct StoreCheck: Sendable {
  let storage: any ObjectStorage
  let cosigner: CosignatureVerifier?

  /// - Parameter cosigner: whose cosignature every head must have; `nil` looks at none.
  public init(storage: any ObjectStorage, cosigner: CosignatureVerifier? = nil) {
    self.storage = storage
    self.cosigner = cosigner
  }

  /// - Throws: ``StorageError`` when the store cannot even list its names.
  public func run() async throws -> CheckReport {
    var report = CheckReport()
    try await checkOthers(&report)
    for vault in try await storage.vaults() {
      report.vaults += 1
      try await check(vault, &report)
    }
    return report
  }

  /// What is stored of no vault.
  private func checkOthers(_ report: inout CheckReport) async throws {
    var after: ObjectKey?
    while true {
      let page = try await storage.list(prefix: "", after: after, limit: 1000)
      for object in page where !object.key.description.hasPrefix(Place.vaults) {
        count(object, &report)
        if object.key.description.hasPrefix(Place.probes) { continue }
        guard object.key.description.hasPrefix(Place.invitations),
          let bytes = await bytes(of: object.key, &report)
        else {
          report.add(.unknownName, object.key)
          continue
        }
        if !StoredInvitations.isReadable(bytes) { report.add(.malformed, object.key) }
      }
      guard page.count == 1000, let last = page.last?.key else { return }
      // Vaults are looked at one by one.
      after =
        last.description.hasPrefix(Place.vaults)
        ? max(last, ObjectKey("vault/zzzzzzzz") ?? last) : last
    }
  }

  private func check(_ vault: VaultID, _ report: inout CheckReport) async throws {
    let state = await checkState(vault, &report)
    var named: Set<ChunkID> = []
    var found: Set<ChunkID> = []
    var after: ObjectKey?
    while true {
      let page = try await storage.list(prefix: Place.vault(vault), after: after, limit: 1000)
      for object in page {
        count(object, &report)
        await check(object, vault, state, &named, &found, &report)
      }
      guard page.count == 1000 else { break }
      after = page.last?.key
    }
    for id in found.subtracting(named) {
      let key = try Place.blob(vault, .segments, id)
      let listed = try await storage.list(prefix: key.description, after: nil, limit: 1)
      report.orphanSegments += 1
      report.orphanBytes += listed.first?.size ?? 0
    }
  }

  private func check(
    _ object: ListedObject, _ vault: VaultID, _ state: VaultState?,
    _ named: inout Set<ChunkID>, _ found: inout Set<ChunkID>, _ report: inout CheckReport
  ) async {
    let parts = object.key.description.split(separator: "/").dropFirst(2).map(String.init)
    if parts == ["state"] { return }
    if parts.count == 2, parts[0] == "boot" {
      await checkBoot(parts[1], object.key, vault, &report)
    } else if parts.count == 2, parts[0] == "erasure" {
      await checkErasure(parts[1], object.key, vault, &report)
    } else if parts.count == 2, parts[0] == "log", let log = try? LogID(text: parts[1]) {
      named.formUnion(await checkLog(log, vault, state, &report))
    } else if parts.count == 3, let kind = BlobKind(rawValue: parts[0]),
      let id = try? ChunkID(text: parts[2]), parts[1] == parts[2].prefix(2)
    {
      await checkBlob(kind, id, object.key, &report)
      if kind == .segments { found.insert(id) }
    } else {
      report.add(.unknownName, object.key)
    }
  }

  private func checkBlob(
    _ kind: BlobKind, _ id: ChunkID, _ key: ObjectKey, _ report: inout CheckReport
  ) async {
    guard let bytes = await bytes(of: key, &report) else { return }
    if ChunkID(ofSealed: bytes) != id {
      report.add(.wrongHash, key)
    } else if kind == .segments, (try? Segment(encoded: bytes)) == nil {
      report.add(.malformed, key)
    }
  }

  private func count(_ object: ListedObject, _ report: inout CheckReport) {
    report.objects += 1
    report.bytes += object.size
  }

  /// `nil` when it is not there any more, or cannot be read, which is said.
  func bytes(of key: ObjectKey, _ report: inout CheckReport) async -> [UInt8]? {
    do {
      return try await storage.get(key)?.bytes
    } catch {
      report.add(.unreadable, key)
      return nil
    }
  }
}
