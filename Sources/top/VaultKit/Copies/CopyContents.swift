// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import SyncClient
internal import TransparencyLog

/// What of a folder, or of what a server sent, can be believed before any record is opened: boot records by the root's signature, heads by
/// that of a certified device (Sync.md §4).
struct CopyContents {
  struct Log {
    let device: DeviceID
    /// Ascending by size.
    var heads: [SignedHead]
  }

  let vault: VaultID
  let source: any ObjectSource
  let listing: ObjectListing
  /// Of the folder.
  let boots: [BootName: RootSigned]
  /// Of the folder and what was known; `nil` without any.
  let union: BootUnion?
  let logs: [LogID: Log]
  /// Orders to erase that the root signed.
  let orders: [ErasureID: RootSigned]

  /// - Parameter known: boot records that the vault holds, verified.
  init(
    _ source: any ObjectSource, vault: VaultID,
    known: [(record: BootRecord, hash: SHA256Digest)], report: inout CopyReport
  ) throws {
    self.vault = vault
    self.source = source
    listing = try source.listing()
    var boots: [BootName: RootSigned] = [:]
    var records = Dictionary(known.map { ($0.hash, $0.record) }) { first, _ in first }
    for name in listing.boots {
      guard let (signed, record) = try Self.boot(name, of: vault, source) else {
        report.found(.copyBootRecord, "\(name)")
        continue
      }
      boots[name] = signed
      records[name.hash] = record
    }
    self.boots = boots
    union =
      records.isEmpty
      ? nil : try BootUnion(vault: vault, records.map { (record: $0.value, hash: $0.key) })
    if union?.isComplete == false { report.found(.copyBootRecord) }
    logs = try Self.heads(listing, source, vault, union?.certificates ?? [:], &report)
    orders = try Self.orders(listing, source, vault, &report)
  }

  private static func orders(
    _ listing: ObjectListing, _ source: any ObjectSource, _ vault: VaultID,
    _ report: inout CopyReport
  ) throws -> [ErasureID: RootSigned] {
    var orders: [ErasureID: RootSigned] = [:]
    for id in listing.erasures {
      guard let bytes = try source.read(.erasure(id), limit: RootSigned.encodedLimit),
        let signed = try? RootSigned(encoded: bytes),
        let order = try? signed.verified(as: ErasureOrder.self, vault: vault), order.id == id
      else {
        report.found(.copyErasure, "\(id)")
        continue
      }
      orders[id] = signed
    }
    return orders
  }

  private static func boot(
    _ name: BootName, of vault: VaultID, _ source: any ObjectSource
  ) throws -> (RootSigned, BootRecord)? {
    guard let bytes = try source.read(.boot(name), limit: RootSigned.encodedLimit),
      let signed = try? RootSigned(encoded: bytes), SHA256.hash(signed.body) == name.hash,
      let record = try? signed.verified(as: BootRecord.self, vault: vault),
      record.counter == name.counter
    else { return nil }
    return (signed, record)
  }

  private static func heads(
    _ listing: ObjectListing, _ source: any ObjectSource, _ vault: VaultID,
    _ certificates: [DeviceID: DeviceCertificate], _ report: inout CopyReport
  ) throws -> [LogID: Log] {
    var logs: [LogID: Log] = [:]
    for (id, names) in listing.logs {
      for size in names.heads {
        guard let bytes = try source.read(.head(id, size: size), limit: SignedHead.limit),
          let device = device(of: bytes), let certificate = certificates[device],
          logs[id].map({ $0.device == device }) ?? true,
          let head = try? SignedHead(
            bytes, of: Origin(vault: vault, device: device, log: id), key: certificate.log),
          head.size == size
        else {
          report.found(.copyHead, "\(id)/\(size)")
          continue
        }
        logs[id, default: Log(device: device, heads: [])].heads.append(head)
      }
    }
    return logs
  }

  /// Whose head it says it is.
  private static func device(of head: [UInt8]) -> DeviceID? {
    guard let origin = try? SignedCheckpoint(parsing: head).checkpoint.origin else { return nil }
    let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 4 ? try? DeviceID(text: parts[2]) : nil
  }

  /// What to remember of this copy.
  var memory: CopyMemory {
    CopyMemory(
      heads: logs.compactMapValues { $0.heads.last?.size },
      counter: boots.keys.map(\.counter).max() ?? 0)
  }
}
