// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import VaultStore

/// A piece so large that its chunks are listed in chunks: while one of those is missing, nobody knows what else there is.
/// A mark says so until every list was read (Sync.md §4).
extension Vault {
  static let unreadListsName = "lists"

  func hasUnreadLists() throws -> Bool { try store.local(Self.unreadListsName) != nil }

  /// Reads those that have come meanwhile, and takes or lists what they name.
  func takeUnreadLists(into intake: inout Intake, in change: inout StoredChange) throws {
    let isMarked = try hasUnreadLists()
    if isMarked {
      // Those of what is being taken in just now are known already.
      let isUnread = intake.hasUnreadLists
      intake.hasUnreadLists = false
      var attached: [Statement] = []
      _ = try forEachStatement { statement in
        if statement.header.type == .entryAttached, !PieceSurvey.lists(of: statement).isEmpty {
          attached.append(statement)
        }
      }
      for statement in attached {
        let header = statement.header
        guard let sealed = try store.record(header.log, header.sequence)?.sealed else { continue }
        try intake.takeChunks(of: statement, sealed: sealed)
      }
      intake.hasUnreadLists = intake.hasUnreadLists || isUnread
    }
    guard intake.hasUnreadLists != isMarked else { return }
    change.local[Self.unreadListsName] = .some(
      intake.hasUnreadLists
        ? try unlockKey.seal(
          local: [1], as: Self.unreadListsName, vault: id, random: environment.random) : nil)
  }
}
