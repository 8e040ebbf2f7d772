// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB

extension VaultStore {
  /// What stays on this device under a name, sealed; `nil` when there is none.
  public func local(_ name: String) throws -> [UInt8]? {
    try StoreError.mapping {
      try database.read { database in
        try Data.fetchOne(
          database, sql: "SELECT value FROM local WHERE name = ?", arguments: [name]
        ).map { Array($0) }
      }
    }
  }

  /// Every name, those of later versions included: all are sealed again when the unlock key changes.
  public func localNames() throws -> [String] {
    try StoreError.mapping {
      try database.read {
        try String.fetchAll($0, sql: "SELECT name FROM local ORDER BY name")
      }
    }
  }
}
