// SPDX-License-Identifier: Apache-2.0
internal import Sodium
internal import Evidence
internal import Hashing
public import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

/// THE FAÇADE: an open vault. Everything that the command line does goes through it.
///
/// An actor, because commits must follow each other. When it goes, every key is wiped and the folder's
/// lock is released.
public actor Vault {
  let store: VaultStore
  let environment: VaultEnvironment
  public nonisolated let id: VaultID
  /// This device.
  public nonisolated let device: DeviceID

  var keyRing: KeyRing
  var unlockKey: UnlockKey
  var log: StoredLog
  var projection: Projection?
  /// What a synchronisation that is under way is about to ask the server to append.
  var planned: [LogID: LogAppend] = [:]

  /// Opens it even when something that the root key signed is damaged: what was written is still there to be
  /// read and handed over, and ``damage()`` names it.
  init(
    store: VaultStore, state: StoredState, unlockKey: UnlockKey, environment: VaultEnvironment
  ) throws {
    self.store = store
    self.environment = environment
    self.unlockKey = unlockKey
    id = state.vault
    device = state.device
    keyRing = try unlockKey.openKeyRing(state.keyRing, vault: state.vault, device: state.device)
    guard let log = state.log(state.log), log.device == state.device else {
      throw VaultError.damaged("log")
    }
    self.log = log
  }

  var origin: Origin { Origin(vault: id, device: device, log: log.id) }

  /// Appends statements, then blanks (zero to three, and one that carries heads when they are due), signs one head, and returns once all is durable.
  ///
  /// - Parameter drafts: each made when its sequence is known, because the wrap of an attachment key
  ///   is bound to it.
  @discardableResult
  func commit(
    _ drafts: [(UInt64) throws -> StatementDraft], adding change: StoredChange = StoredChange()
  ) throws -> [Statement] {
    // A new head must not cover up that the last one was not ours.
    try TrustedState.check(log, vault: id, key: keyRing.log.publicKey)
    var change = change
    let note = try headsNote(for: &change)
    let blanks = try ((note.map { [$0] } ?? []) + StatementDraft.blanks(random: environment.random))
      .map { blank in { (_: UInt64) throws -> StatementDraft in blank } }
    var writer = LogWriter(
      vault: id, keyRing: keyRing, log: log, now: environment.now(), random: environment.random)
    let statements = try (drafts + blanks).map { try writer.append($0(writer.size)) }
    change.growths.append(try writer.finish())
    try VaultError.mapping { try store.commit(change) }
    log = writer.log
    if projection != nil {
      // The index is disposable: whatever it cannot take, it is made again at the next question.
      do { try projection?.add(statements, statements: self.statements) } catch { projection = nil }
    }
    return Array(statements.prefix(drafts.count))
  }
}
