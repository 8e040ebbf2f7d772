// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB
internal import Hashing
internal import Remote
internal import TransparencyLog

extension VaultStore {
  /// Inside one transaction.
  static func apply(_ change: StoredChange, to database: Database) throws {
    for (log, size) in change.rewound {
      let arguments: StatementArguments = [Data(log.bytes), Int64(clamping: size)]
      try database.execute(
        sql: "DELETE FROM record WHERE log = ? AND sequence >= ?", arguments: arguments)
      try database.execute(
        sql: "UPDATE log SET size = ?2 WHERE id = ?1", arguments: arguments)
    }
    for growth in change.growths { try apply(growth, to: database) }
    for (device, certificate) in change.certificates {
      try database.execute(
        sql: "INSERT OR IGNORE INTO certificate (device, body, signature) VALUES (?, ?, ?)",
        arguments: [Data(device.bytes), Data(certificate.body), Data(certificate.signature)])
    }
    for (counter, record) in change.bootRecords {
      try database.execute(
        sql:
          "INSERT OR IGNORE INTO boot_record (hash, counter, body, signature) VALUES (?, ?, ?, ?)",
        arguments: [
          Data(SHA256.hash(record.body).bytes), counter, Data(record.body), Data(record.signature),
        ])
    }
    for (id, size) in change.chunks {
      try database.execute(
        sql: "INSERT INTO chunk (id, size) VALUES (?, ?)", arguments: [Data(id.bytes), size])
    }
    for (log, sequence, sealed) in change.filled {
      try database.execute(
        sql: "UPDATE record SET sealed = ? WHERE log = ? AND sequence = ?",
        arguments: [Data(sealed), Data(log.bytes), Int64(clamping: sequence)])
    }
    for (log, sequence) in change.holes {
      try database.execute(
        sql: "UPDATE record SET sealed = NULL WHERE log = ? AND sequence = ?",
        arguments: [Data(log.bytes), Int64(clamping: sequence)])
    }
    for id in change.droppedChunks {
      try database.execute(sql: "DELETE FROM chunk WHERE id = ?", arguments: [Data(id.bytes)])
    }
    for head in change.heads {
      try database.execute(
        sql: "INSERT OR IGNORE INTO proof (log, size, kind, body) VALUES (?, ?, 'head', ?)",
        arguments: [
          Data(head.log.bytes), Int64(clamping: head.size), Data(head.checkpoint),
        ])
    }
    for (id, signed) in change.orders {
      try database.execute(
        sql: "INSERT OR IGNORE INTO proof (log, size, kind, body) VALUES (?, 0, 'erasure', ?)",
        arguments: [Data(id.bytes), Data(signed.encoded)])
    }
    for (name, value) in change.local { try apply(local: value, as: name, to: database) }
    try applyMeta(change, to: database)
  }

  private static func apply(_ growth: StoredChange.Growth, to database: Database) throws {
    let log = growth.log
    let size = try Row.fetchOne(
      database, sql: "SELECT size FROM log WHERE id = ?", arguments: [Data(log.id.bytes)]
    ).map { try $0.reading("log") { try $0.integer("size") } }
    guard UInt64(exactly: size ?? 0) == growth.previousSize, growth.isContiguous else {
      throw StoreError.conflict
    }
    let insert = try database.makeStatement(
      sql: "INSERT INTO record (log, sequence, leaf, sealed) VALUES (?, ?, ?, ?)")
    for record in growth.records {
      try insert.execute(arguments: [
        Data(log.id.bytes), Int64(clamping: record.sequence), Data(record.leaf.bytes),
        record.sealed.map { Data($0) },
      ])
    }
    try database.execute(
      sql: """
        INSERT INTO log (id, device, size, range, checkpoint) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET size = excluded.size, range = excluded.range,
        checkpoint = excluded.checkpoint
        """,
      arguments: [
        Data(log.id.bytes), Data(log.device.bytes), Int64(clamping: log.size),
        Data(log.range.encoded), Data(log.checkpoint),
      ])
  }

  private static func apply(local value: [UInt8]?, as name: String, to database: Database) throws {
    guard let value else {
      return try database.execute(sql: "DELETE FROM local WHERE name = ?", arguments: [name])
    }
    try database.execute(
      sql: "INSERT OR REPLACE INTO local (name, value) VALUES (?, ?)",
      arguments: [name, Data(value)])
  }

  private static func applyMeta(_ change: StoredChange, to database: Database) throws {
    func put(_ name: String, _ value: [UInt8]?) throws {
      guard let value else { return }
      try database.execute(
        sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
        arguments: [name, Data(value)])
    }
    try put("vault", change.vault?.bytes)
    try put("device", change.device?.bytes)
    try put("log", change.log?.bytes)
    try put("slot", change.slot)
    try put("key_ring", change.keyRing)
    if let pending = change.pendingRecovery {
      if let pending {
        try put("pending_recovery", pending)
      } else {
        try database.execute(sql: "DELETE FROM meta WHERE name = 'pending_recovery'")
      }
    }
  }
}
