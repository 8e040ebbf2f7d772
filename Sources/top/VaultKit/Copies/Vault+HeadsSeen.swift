// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

/// The heads of other logs go into this device's own log with the next thing that is logged after they changed: so two
/// devices that were shown different histories find out once they read each other (Sync.md §6).
extension Vault {
  static let headsToNoteName = "heads"

  /// For a change that takes in what others wrote.
  func markHeads(in change: inout StoredChange) throws {
    guard change.growths.contains(where: { $0.log.device != device && !$0.records.isEmpty }) else {
      return
    }
    change.local[Self.headsToNoteName] = try unlockKey.seal(
      local: [1], as: Self.headsToNoteName, vault: id, random: environment.random)
  }

  /// A blank that carries them, when they are due.
  func headsNote(for change: inout StoredChange) throws -> StatementDraft? {
    guard change.local[Self.headsToNoteName] == nil,
      try store.local(Self.headsToNoteName) != nil
    else { return nil }
    change.local[Self.headsToNoteName] = .some(nil)
    let seen = try headsSeen(store.state(), and: change)
    guard !seen.isEmpty else { return nil }
    return StatementDraft(
      .blank, subject: try SubjectID(random: environment.random),
      fields: [(.headsSeen, .array(seen))])
  }

  /// Of every log of another device that was not revoked: beyond a revocation a head means nothing.
  func headsSeen(_ state: StoredState, and change: StoredChange) throws -> [JSONValue] {
    var logs = Dictionary(uniqueKeysWithValues: state.logs.map { ($0.id, $0) })
    for growth in change.growths { logs[growth.log.id] = growth.log }
    let revoked = try TrustedState(state).revocations
    return try logs.values.filter { $0.device != device && revoked[$0.device] == nil }
      .sorted { $0.id < $1.id }
      .map {
        try HeadReference(device: $0.device, log: $0.id, size: $0.size, root: $0.range.root).json()
      }
  }
}
