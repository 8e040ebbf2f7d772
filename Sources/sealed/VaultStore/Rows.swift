// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Hashing
internal import Remote
internal import TransparencyLog

/// Reading rows: whatever does not have its shape is damage, never a trap.
extension StoredRecord {
  init(_ row: Row) throws {
    self = try row.reading("record") { row in
      guard let leaf = SHA256Digest(try row.blob("leaf")),
        let sequence = UInt64(exactly: try row.integer("sequence"))
      else { throw StoreError.damaged("record") }
      return StoredRecord(sequence: sequence, leaf: leaf, sealed: try row.optionalBlob("sealed"))
    }
  }
}

extension StoredLog {
  init(_ row: Row) throws {
    self = try row.reading("log") { row in
      let range = try CompactRange(encoded: row.blob("range"))
      guard let size = UInt64(exactly: try row.integer("size")), size == range.size else {
        throw StoreError.damaged("log")
      }
      return StoredLog(
        id: try LogID(row.blob("id")), device: try DeviceID(row.blob("device")), range: range,
        checkpoint: try row.blob("checkpoint"))
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
  }

  private static func meta(_ database: Database) throws -> [String: [UInt8]] {
    var meta: [String: [UInt8]] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT name, value FROM meta") {
      try row.reading("meta") { meta[try $0.text("name")] = try $0.blob("value") }
    }
    guard Set(meta.keys).subtracting(["pending_recovery"]) == Set(Meta.required) else {
      throw StoreError.damaged("meta")
    }
    return meta
  }

  private static func certificates(_ database: Database) throws -> [DeviceID: RootSigned] {
    var certificates: [DeviceID: RootSigned] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT device, body, signature FROM certificate") {
      try row.reading("certificate") { row in
        certificates[try DeviceID(row.blob("device"))] = RootSigned(
          body: try row.blob("body"), signature: try row.blob("signature"))
      }
    }
    return certificates
  }

  private static func bootRecords(
    _ database: Database
  ) throws -> [(hash: SHA256Digest, counter: Int64, record: RootSigned)] {
    try Row.fetchAll(
      database, sql: "SELECT hash, counter, body, signature FROM boot_record ORDER BY counter, hash"
    ).map { row in
      try row.reading("boot_record") { row in
        let record = RootSigned(body: try row.blob("body"), signature: try row.blob("signature"))
        let hash = SHA256.hash(record.body)
        guard try row.blob("hash") == hash.bytes else { throw StoreError.damaged("boot_record") }
        return (hash, try row.integer("counter"), record)
      }
    }
  }
}

/// The names in `meta`.
enum Meta {
  static let required = ["vault", "device", "log", "slot", "key_ring"]
}
