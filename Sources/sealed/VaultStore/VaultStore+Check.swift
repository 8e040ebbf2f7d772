// SPDX-License-Identifier: Apache-2.0
internal import GRDB

extension VaultStore {
  /// The database's own structure: SQLite's integrity check, and the schema text for text.
  /// - Throws: ``StoreError/damaged(_:)``.
  public func checkStructure() throws {
    try StoreError.mapping {
      try database.read { database in
        try Schema.check(database)
        let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        guard findings == ["ok"] else { throw StoreError.damaged("vault.sqlite") }
      }
    }
  }
}
