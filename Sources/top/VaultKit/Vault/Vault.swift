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
    _ = try TrustedState(state)
  }

  var origin: Origin { Origin(vault: id, device: device, log: log.id) }

  /// Appends statements, then zero to three blanks, signs one head, and returns once all is durable.
  ///
  /// - Parameter drafts: each made when its sequence is known, because the wrap of an attachment key
  ///   is bound to it.
  @discardableResult
  func commit(
    _ drafts: [(UInt64) throws -> StatementDraft], adding change: StoredChange = StoredChange()
  ) throws -> [Statement] {
    let blanks = try (0..<Int(environment.random.bytes(1)[0] & 3)).map { _ in
      let blank = try StatementDraft.blank(random: environment.random)
      return { (_: UInt64) throws -> StatementDraft in blank }
    }
    var writer = LogWriter(
      vault: id, keyRing: keyRing, log: log, now: environment.now(), random: environment.random)
    let statements = try (drafts + blanks).map { try writer.append($0(writer.size)) }
    var change = change
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
