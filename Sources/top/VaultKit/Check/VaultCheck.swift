// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

/// One run of a check; collects what it finds.
struct VaultCheck {
  let vault: VaultID
  let keyRing: KeyRing
  let unlockKey: UnlockKey
  let store: VaultStore
  let progress: (Int) -> Void
  var report = CheckReport()
  /// Of the statements, those that attach.
  var attachments: [Statement] = []
  var holes: Holes
  var claims = LogClaims([])
  var revocations: [DeviceID: DeviceRevocation] = [:]
  /// Chunks without a file, and those of them that copies keep until they are wanted.
  var missing: Set<ChunkID> = []
  var elsewhere: Set<ChunkID> { missing.intersection(left) }
  private let left: Set<ChunkID>
  private var seen: Set<Problem> = []

  init(
    vault: VaultID, keyRing: KeyRing, unlockKey: UnlockKey, store: VaultStore, now: Int64,
    progress: @escaping (Int) -> Void
  ) {
    self.vault = vault
    self.keyRing = keyRing
    self.unlockKey = unlockKey
    self.store = store
    left = LeftChunks(store, unlockKey, vault: vault).ids
    holes = Holes(
      orders: ((try? store.orders()) ?? []).compactMap {
        try? $0.verified(as: ErasureOrder.self, vault: vault)
      }, carriedOut: OrderMemory(store, unlockKey, vault: vault).carriedOut, now: now)
    self.progress = progress
  }

  mutating func found(_ code: Problem.Code, _ place: String? = nil) {
    found(Problem(code, place))
  }

  mutating func found(_ problem: Problem) {
    if seen.insert(problem).inserted { report.problems.append(problem) }
  }

  /// Runs one part; that it cannot be read at all is a finding as well.
  mutating func attempt(
    _ code: Problem.Code, _ place: String? = nil, _ body: (inout Self) throws -> Void
  ) {
    do { try body(&self) } catch { found(code, place) }
  }

  mutating func run(deep: Bool, repair: Bool) throws {
    do { try store.checkStructure() } catch { found(.database) }
    do {
      let state = try store.state()
      let trusted = trust(state)
      checkSecrets(state)
      try checkLogs(state, trusted)
      checkUnlisted(state.logs)
      checkHoles()
    } catch {
      found(Problem.Code(of: error))
    }
    try checkChunks(deep: deep, repair: repair)
    checkReferences()
    checkMissing()
    if deep { checkPieces() }
  }

  // MARK: State

  private mutating func trust(_ state: StoredState) -> TrustedState? {
    do {
      let trusted = try TrustedState(state)
      if !trusted.holdsEveryBootRecord { found(.bootRecord) }
      attempt(.bootRecord, "epochs") { try trusted.boot.confirm($0.keyRing) }
      return trusted
    } catch {
      found(Problem.Code(of: error))
      return nil
    }
  }

  /// What the next opening will need, and what is sealed beside the logs.
  private mutating func checkSecrets(_ state: StoredState) {
    do {
      let slot = try PassphraseSlot(encoded: state.slot)
      attempt(.deviceSecret) { _ = try DeviceSecretFile($0.store.folder).find(for: slot) }
    } catch {
      found(.slot)
    }
    attempt(.keyRing) {
      _ = try $0.unlockKey.openKeyRing(
        state.keyRing, vault: $0.vault, device: $0.keyRing.device)
    }
    if let pending = state.pendingRecovery {
      attempt(.meta, "pending_recovery") {
        _ = try $0.unlockKey.openPendingRecovery(pending, vault: $0.vault)
      }
    }
    attempt(.meta, "local") {
      for name in try $0.store.localNames() {
        guard let sealed = try $0.store.local(name) else { throw VaultError.damaged("local") }
        _ = try $0.unlockKey.open(local: sealed, as: name, vault: $0.vault)
      }
    }
  }
}
