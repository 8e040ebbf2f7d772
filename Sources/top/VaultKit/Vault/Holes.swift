// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import VaultStore

/// The places without a record, and the withdrawals that say why (Format.md §4.4).
struct Holes {
  private var found: Set<LeafReference> = []
  private var authorised: Set<LeafReference> = []

  /// A place whose record is gone.
  mutating func note(_ record: StoredRecord, of log: LogID) {
    found.insert(LeafReference(log: log, sequence: record.sequence, leaf: record.leaf))
  }

  /// A statement that was opened and is accepted.
  mutating func note(_ statement: Statement) throws {
    switch statement.header.type {
    case .entryWithdrawn, .contactRemoved:
      authorised.formUnion(try LeafReference.list(statement[.removes]))
    default: break
    }
  }

  /// Those that no withdrawal names: damage.
  var unauthorised: Set<LeafReference> { found.subtracting(authorised) }
}
