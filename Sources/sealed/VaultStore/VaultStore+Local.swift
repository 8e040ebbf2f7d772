// SPDX-License-Identifier: Apache-2.0
internal import GRDB

extension VaultStore {
  /// What stays on this device under a name, sealed; `nil` when there is none.
  public func local(_ name: String) throws -> [UInt8]? {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchOne(
          database, sql: "SELECT value FROM local WHERE name = ?", arguments: [name]
        ).map { try $0.reading("local") { try $0.blob("value") } }
      }
    }
  }

  /// Every name, those of later versions included: all are sealed again when the unlock key changes.
  public func localNames() throws -> [String] {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchAll(database, sql: "SELECT name FROM local ORDER BY name").map {
          try $0.reading("local") { try $0.text("name") }
        }
      }
    }
  }
}
