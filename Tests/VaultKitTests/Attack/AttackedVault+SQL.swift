// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import GRDB
import Remote
import TestSupport
import VaultKit

/// Someone who has the file and `sqlite3`, and no key.
extension AttackedVault.Copy {
  func sql(_ sql: String, _ arguments: StatementArguments = [], in path: String? = nil) throws {
    try DatabaseQueue(path: path ?? database).write {
      try $0.execute(sql: sql, arguments: arguments)
    }
  }

  func value<Value: DatabaseValueConvertible>(
    _ sql: String, _ arguments: StatementArguments = []
  ) throws -> Value {
    guard
      let value = try DatabaseQueue(path: database).read({
        try Value.fetchOne($0, sql: sql, arguments: arguments)
      })
    else { throw CocoaError(.coderInvalidValue) }
    return value
  }

  /// `sql` about one place, whose log and sequence are its last two arguments.
  func sql(_ sql: String, at place: HistoryItem) throws {
    try self.sql(sql, [Data(place.log.bytes), Int64(place.sequence)])
  }

  /// Runs `sql` with the database of another vault attached as `other`.
  func sql(_ sql: String, with other: AttackedVault.Copy) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.inDatabase {
      try $0.execute(sql: "ATTACH DATABASE ? AS other", arguments: [other.database])
      try $0.execute(sql: sql)
    }
  }

  /// Whether an export is refused, or holds everything all the same.
  func exportIsRefusedOrWhole() async throws -> Bool {
    let vault = try await open()
    let known = original.answers
    let path = folder.file("dossier.tar.age")
    do {
      let result = try await Recipient.dossier(of: vault, at: path)
      return result.entries == known.entryCount && result.pieces == known.pieceCount
    } catch let error as VaultError {
      return error.namesDamage && !FileManager.default.fileExists(atPath: path)
    }
  }
}
