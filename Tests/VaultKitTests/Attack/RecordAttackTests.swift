// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import GRDB
import Remote
import TestSupport
import Testing
import VaultKit

/// Rows of statements taken, emptied, moved or planted by someone with `sqlite3` and no key: each named,
/// no answer wrong, no export short.
@Suite struct RecordAttackTests {
  private func copy(_ kind: AttackedVault.Kind) async throws -> AttackedVault.Copy {
    try await AttackedVault.made(kind).copy()
  }

  private func expect(
    _ codes: Set<Problem.Code>, _ copy: AttackedVault.Copy,
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let verdict = await Verdict.of(copy)
    #expect(verdict == .named(codes), sourceLocation: location)
    #expect(try await copy.exportIsRefusedOrWhole(), sourceLocation: location)
  }

  @Test("an entry's row deleted")
  func deleted() async throws {
    let copy = try await copy(.recovered)
    let place = try copy.original.place(of: .entryLogged)
    try copy.sql("DELETE FROM record WHERE log = ? AND sequence = ?", at: place)
    try await expect([.recordMissing, .head], copy)
  }

  @Test("an entry's record emptied")
  func emptied() async throws {
    let copy = try await copy(.recovered)
    let place = try copy.original.place(of: .entryLogged)
    try copy.sql("UPDATE record SET sealed = NULL WHERE log = ? AND sequence = ?", at: place)
    try await expect([.unauthorisedHole], copy)
  }

  @Test("a blank's record emptied")
  func blankEmptied() async throws {
    let copy = try await copy(.young)
    let place = try copy.original.place(of: .blank)
    try copy.sql("UPDATE record SET sealed = NULL WHERE log = ? AND sequence = ?", at: place)
    try await expect([.unauthorisedHole], copy)
  }

  @Test("the last rows of a log deleted")
  func shortened() async throws {
    let copy = try await copy(.young)
    let last = try copy.original.place(of: .contactRemoved, last: true)
    try copy.sql("DELETE FROM record WHERE log = ? AND sequence >= ?", at: last)
    try await expect([.recordMissing, .head, .unauthorisedHole], copy)
  }

  @Test("the sealed bytes of two records exchanged")
  func exchanged() async throws {
    let copy = try await copy(.young)
    let (one, other) = try Self.pair(copy)
    let sealed: Data = try copy.value(
      "SELECT sealed FROM record WHERE log = ? AND sequence = ?",
      [Data(one.log.bytes), Int64(one.sequence)])
    try copy.sql(
      """
      UPDATE record SET sealed = (SELECT sealed FROM record WHERE log = ? AND sequence = ?)
      WHERE log = ? AND sequence = ?
      """,
      [
        Data(other.log.bytes), Int64(other.sequence), Data(one.log.bytes), Int64(one.sequence),
      ])
    try copy.sql(
      "UPDATE record SET sealed = ? WHERE log = ? AND sequence = ?",
      [sealed, Data(other.log.bytes), Int64(other.sequence)])
    try await expect([.recordDamaged], copy)
  }

  @Test("two whole rows exchanged")
  func rowsExchanged() async throws {
    let copy = try await copy(.young)
    let (one, other) = try Self.pair(copy)
    for (from, to) in [
      (Int64(one.sequence), Int64(9999)), (Int64(other.sequence), Int64(one.sequence)),
      (9999, Int64(other.sequence)),
    ] {
      try copy.sql("UPDATE record SET sequence = ? WHERE sequence = ?", [to, from])
    }
    try await expect([.recordDamaged, .head], copy)
  }

  private static func pair(_ copy: AttackedVault.Copy) throws -> (HistoryItem, HistoryItem) {
    (
      try copy.original.place(of: .entryLogged),
      try copy.original.place(of: .entryLogged, last: true)
    )
  }

  @Test("a record moved to the end of another log")
  func moved() async throws {
    let copy = try await copy(.recovered)
    let place = try copy.original.place(of: .entryLogged)
    let other = try #require(copy.original.places.last { $0.log != place.log })
    try copy.sql(
      "UPDATE record SET log = ?, sequence = ? WHERE log = ? AND sequence = ?",
      [
        Data(other.log.bytes), Int64(other.sequence) + 1, Data(place.log.bytes),
        Int64(place.sequence),
      ])
    try await expect([.recordMissing, .recordUnlisted, .head], copy)
  }

  @Test("a record moved to a log that there is not")
  func movedNowhere() async throws {
    let copy = try await copy(.young)
    let place = try copy.original.place(of: .entryLogged)
    try copy.sql("UPDATE record SET log = randomblob(16) WHERE log = ? AND sequence = ?", at: place)
    try await expect([.recordMissing, .head, .recordUnlisted], copy)
  }

  @Test("a record of another vault planted at the end")
  func planted() async throws {
    let copy = try await copy(.young)
    try copy.sql(
      """
      INSERT INTO main.record SELECT (SELECT id FROM main.log), (SELECT size FROM main.log), leaf, sealed
      FROM other.record LIMIT 1
      """, with: try await self.copy(.foreign))
    try await expect([.recordUnlisted], copy)
  }

  @Test("a record replaced by another vault's")
  func foreign() async throws {
    let copy = try await copy(.young)
    try copy.sql(
      """
      UPDATE main.record SET (leaf, sealed) =
        (SELECT leaf, sealed FROM other.record WHERE other.record.sequence = 3) WHERE sequence = 3
      """, with: try await self.copy(.foreign))
    try await expect([.recordDamaged, .head], copy)
  }

  @Test("a withdrawal's row deleted, so that nothing says why its holes are there")
  func withdrawalDeleted() async throws {
    let copy = try await copy(.young)
    let place = try copy.original.place(of: .entryWithdrawn)
    try copy.sql("DELETE FROM record WHERE log = ? AND sequence = ?", at: place)
    try await expect([.recordMissing, .head, .unauthorisedHole], copy)
  }

  @Test("a withdrawal's record emptied")
  func withdrawalEmptied() async throws {
    let copy = try await copy(.young)
    let place = try copy.original.place(of: .entryWithdrawn)
    try copy.sql("UPDATE record SET sealed = NULL WHERE log = ? AND sequence = ?", at: place)
    try await expect([.unauthorisedHole], copy)
  }

  @Test("an emptied record given back from an older copy is whole again")
  func givenBack() async throws {
    let copy = try await copy(.young)
    let place = try copy.original.place(of: .entryLogged)
    try copy.sql("UPDATE record SET sealed = NULL WHERE log = ? AND sequence = ?", at: place)
    try copy.sql(
      "UPDATE main.record SET sealed = (SELECT sealed FROM other.record AS o "
        + "WHERE o.log = main.record.log AND o.sequence = main.record.sequence)",
      with: try await self.copy(.young))
    let verdict = await Verdict.of(copy)
    #expect(verdict == .harmless)
  }
}
