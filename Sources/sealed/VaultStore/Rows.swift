// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB
internal import Hashing
internal import Remote
internal import TransparencyLog

/// Reading rows: whatever does not have its shape is damage, never a trap.
extension StoredRecord {
  init(_ row: Row) throws {
    guard let leaf = SHA256Digest(Array(row["leaf"] as Data)),
      let sequence = UInt64(exactly: row["sequence"] as Int64)
    else { throw StoreError.damaged("record") }
    self.init(sequence: sequence, leaf: leaf, sealed: (row["sealed"] as Data?).map { Array($0) })
  }
}

extension StoredLog {
  init(_ row: Row) throws {
    do {
      let range = try CompactRange(encoded: Array(row["range"] as Data))
      guard let size = UInt64(exactly: row["size"] as Int64), size == range.size else {
        throw StoreError.damaged("log")
      }
      self.init(
        id: try LogID(Array(row["id"] as Data)), device: try DeviceID(Array(row["device"] as Data)),
        range: range, checkpoint: Array(row["checkpoint"] as Data))
    } catch {
      throw StoreError.damaged("log")
    }
  }
}

extension StoredState {
  init(_ database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM meta")
    var meta: [String: [UInt8]] = [:]
    for row in rows { meta[row["name"]] = Array(row["value"] as Data) }
    guard Set(meta.keys).subtracting(["pending_recovery"]) == Set(Meta.required) else {
      throw StoreError.damaged("meta")
    }
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
    bootRecords = try Row.fetchAll(
      database, sql: "SELECT hash, counter, body, signature FROM boot_record ORDER BY counter, hash"
    ).map { row in
      let record = RootSigned(
        body: Array(row["body"] as Data), signature: Array(row["signature"] as Data))
      guard let hash = SHA256Digest(Array(row["hash"] as Data)),
        hash == SHA256.hash(record.body)
      else { throw StoreError.damaged("boot_record") }
      return (hash, row["counter"], record)
    }
    logs = try Row.fetchAll(
      database, sql: "SELECT id, device, size, range, checkpoint FROM log ORDER BY id"
    ).map(StoredLog.init)
  }

  private static func certificates(_ database: Database) throws -> [DeviceID: RootSigned] {
    var certificates: [DeviceID: RootSigned] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT device, body, signature FROM certificate") {
      guard let device = try? DeviceID(Array(row["device"] as Data)) else {
        throw StoreError.damaged("certificate")
      }
      certificates[device] = RootSigned(
        body: Array(row["body"] as Data), signature: Array(row["signature"] as Data))
    }
    return certificates
  }
}

/// The names in `meta`.
enum Meta {
  static let required = ["vault", "device", "log", "slot", "key_ring"]
}
