// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Hashing
internal import Remote
internal import TransparencyLog

/// Reading rows: whatever does not have its shape is damage, never a trap.
extension StoredRecord {
  init(_ row: Row) throws {
    guard let leaf = SHA256Digest(try row.blob("leaf", of: "record")),
      let sequence = UInt64(exactly: try row.integer("sequence", of: "record"))
    else { throw StoreError.damaged("record") }
    self.init(
      sequence: sequence, leaf: leaf, sealed: try row.optionalBlob("sealed", of: "record"))
  }
}

extension StoredLog {
  init(_ row: Row) throws {
    do {
      let range = try CompactRange(encoded: row.blob("range", of: "log"))
      guard let size = UInt64(exactly: try row.integer("size", of: "log")), size == range.size
      else { throw StoreError.damaged("log") }
      self.init(
        id: try LogID(row.blob("id", of: "log")),
        device: try DeviceID(row.blob("device", of: "log")),
        range: range, checkpoint: try row.blob("checkpoint", of: "log"))
    } catch {
      throw StoreError.damaged("log")
    }
  }
}

extension StoredState {
  init(_ database: Database) throws {
    let meta = try Self.meta(database)
    do {
      vault = try VaultID(meta["vault"] ?? [])
      device = try DeviceID(meta["device"] ?? [])
      log = try LogID(meta["log"] ?? [])
    } catch {
      throw StoreError.damaged("meta")
    }
    slot = meta["slot"] ?? []
    keyRing = meta["key_ring"] ?? []
    pendingRecovery = meta["pending_recovery"]
    certificates = try Self.certificates(database)
    bootRecords = try Self.bootRecords(database)
    logs = try Row.fetchAll(
      database, sql: "SELECT id, device, size, range, checkpoint FROM log ORDER BY id"
    ).map(StoredLog.init)
    guard Set(logs.map(\.id)).count == logs.count else { throw StoreError.damaged("log") }
  }

  private static func meta(_ database: Database) throws -> [String: [UInt8]] {
    let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM meta")
    let meta = try Dictionary(
      rows.map { (try $0.text("name", of: "meta"), try $0.blob("value", of: "meta")) },
      uniquingKeysWith: { first, _ in first })
    guard meta.count == rows.count,
      Set(meta.keys).subtracting(["pending_recovery"]) == Set(Meta.required)
    else { throw StoreError.damaged("meta") }
    return meta
  }

  private static func certificates(_ database: Database) throws -> [DeviceID: RootSigned] {
    let rows = try Row.fetchAll(database, sql: "SELECT device, body, signature FROM certificate")
    let certificates = try Dictionary(
      rows.map { row in
        guard let device = try? DeviceID(row.blob("device", of: "certificate")) else {
          throw StoreError.damaged("certificate")
        }
        return (device, try rootSigned(row, of: "certificate"))
      }, uniquingKeysWith: { first, _ in first })
    guard certificates.count == rows.count else { throw StoreError.damaged("certificate") }
    return certificates
  }

  private static func bootRecords(
    _ database: Database
  ) throws -> [(hash: SHA256Digest, counter: Int64, record: RootSigned)] {
    try Row.fetchAll(
      database, sql: "SELECT hash, counter, body, signature FROM boot_record ORDER BY counter, hash"
    ).map { row in
      let record = try rootSigned(row, of: "boot_record")
      guard let hash = SHA256Digest(try row.blob("hash", of: "boot_record")),
        hash == SHA256.hash(record.body)
      else { throw StoreError.damaged("boot_record") }
      return (hash, try row.integer("counter", of: "boot_record"), record)
    }
  }

  private static func rootSigned(_ row: Row, of part: String) throws -> RootSigned {
    RootSigned(body: try row.blob("body", of: part), signature: try row.blob("signature", of: part))
  }
}

/// The names in `meta`.
enum Meta {
  static let required = ["vault", "device", "log", "slot", "key_ring"]
}
