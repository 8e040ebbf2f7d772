// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Evidence
internal import Hashing
internal import Remote
public import Seal
public import Sodium
public import SyncClient
internal import TransparencyLog
internal import VaultStore

/// A new device for an existing vault, from a folder of sealed objects or a server, and the kit (Sync.md §4).
///
/// The vault is made beside its place and gets its name last, so that there is all of it or none.
public struct Joining {
  private let folder: VaultFolder
  private let source: Source
  let recovery: RecoverySecret
  let environment: VaultEnvironment

  private enum Source {
    case folder(FolderTransport)
    case server(ServerAddress, any Exchange)
  }

  /// Looks, and makes nothing.
  /// - Throws: ``VaultError/vaultExists``, ``VaultError/otherVaultsKit``, ``VaultError/folder(_:)``.
  public init(
    _ path: String, from source: String, recovery: RecoverySecret,
    environment: VaultEnvironment = VaultEnvironment()
  ) throws {
    folder = VaultFolder(path)
    self.recovery = recovery
    self.environment = environment
    try Self.requireNoVault(at: path)
    let transport = try VaultError.mapping { try FolderTransport(source, vault: recovery.vault) }
    guard transport.holdsVault else {
      throw transport.holdsOthers ? VaultError.otherVaultsKit : VaultError.folder(.empty)
    }
    self.source = .folder(transport)
  }

  /// Looks at nothing yet.
  /// - Throws: ``VaultError/vaultExists``.
  public init(
    _ path: String, from server: ServerAddress, over exchange: any Exchange,
    recovery: RecoverySecret, environment: VaultEnvironment = VaultEnvironment()
  ) throws {
    folder = VaultFolder(path)
    self.recovery = recovery
    self.environment = environment
    try Self.requireNoVault(at: path)
    source = .server(server, exchange)
  }

  /// - Throws: ``VaultError/vaultExists``: also for a folder that holds anything else, because the new one
  ///   takes its name as a whole.
  public static func requireNoVault(at path: String) throws {
    let folder = VaultFolder(path)
    if folder.holdsVault || folder.holdsRemains { throw VaultError.vaultExists }
    if Files.exists(path), (try? Files.names(in: path))?.isEmpty != true {
      throw VaultError.outputExists
    }
  }

  /// From a server, pieces stay where they are until they are wanted.
  /// - Parameter progress: records and chunks taken so far.
  /// - Throws: ``VaultError/folder(_:)``, ``VaultError/server(_:)``, and no vault was made.
  public func join(
    passphrase: SecretBytes, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> (vault: Vault, report: CopyReport) {
    guard (1...1024).contains(passphrase.count) else { throw VaultError.unusablePassphrase }
    switch source {
    case .folder(let transport):
      let (device, report) = try await make(passphrase, transport, progress: progress)
      return (try await open(device), report)
    case .server(let address, let exchange):
      let fetched = try await fetch(address, exchange, progress)
      let (device, made) = try await make(
        passphrase, fetched.snapshot, fetched, progress: progress)
      let vault = try await open(device)
      var report = made
      for problem in fetched.report.problems { report.found(problem.code, problem.place) }
      return (vault, try await vault.withDoubts(report))
    }
  }

  private func open(_ device: NewDevice) async throws -> Vault {
    try await LockedVault(folder.path, environment: environment)
      .unlock(unlockKey: device.unlockKey)
  }

  /// Everything beside its place, then under its name. The lock goes with the folder, and is free when this
  /// returns.
  private func make(
    _ passphrase: SecretBytes, _ source: any ObjectSource, _ fetched: Fetched? = nil,
    progress: @escaping (Int) -> Void
  ) async throws -> (NewDevice, CopyReport) {
    let staging = folder.joining
    try VaultError.mapping {
      try KnownAnswers.check()
      try Files.createFolder(staging.path, parents: true)
    }
    let lock = try await LockedVault.acquireLock(staging, patience: environment.patience)
    defer { withExtendedLifetime(lock) {} }
    return try VaultError.mapping {
      try forgetUnfinished(staging)
      var (device, change, report) = try prepare(
        staging, passphrase, source, fetched != nil, progress)
      if let fetched {
        change.orders += try fetched.orders.map {
          (try $0.verified(as: ErasureOrder.self, vault: recovery.vault).id, $0)
        }
        // With the rest: a vault that was joined from a server is never without it, and asks about every piece once.
        let marks = [ServerLink.name: try fetched.link.encoded(), Vault.chunksName: [1]]
        for (name, payload) in marks { change.local[name] = try sealed(payload, name, device) }
      }
      let secrets = DeviceSecretFile(staging)
      try secrets.stage(device.deviceSecret)
      _ = try VaultStore.create(staging, lock: lock, first: change)
      try secrets.promote()
      try Files.rename(staging.path, to: folder.path)
      try Files.synchronizeFolder(Files.parent(of: folder.path))
      return (device, report)
    }
  }

  /// A join that was killed keeps its chunks; the rest is made again.
  private func forgetUnfinished(_ staging: VaultFolder) throws {
    for path in [
      staging.database, staging.database + "-journal", staging.deviceSecret,
      staging.newDeviceSecret,
    ] {
      try Files.remove(path)
    }
    try Files.createFolder(staging.chunks)
  }

  private func prepare(
    _ staging: VaultFolder, _ passphrase: SecretBytes, _ source: any ObjectSource,
    _ leavingPieces: Bool, _ progress: @escaping (Int) -> Void
  ) throws -> (NewDevice, StoredChange, CopyReport) {
    var report = CopyReport()
    let contents = try CopyContents(
      source, vault: recovery.vault, known: [], report: &report)
    guard let union = contents.union else { throw VaultError.folder(.unusable) }
    let earlier = try union.epochKeys(recovery: recovery)
    let opened = union.needsNewEpoch ? [try EpochKey(random: environment.random)] : []
    let device = try NewDevice(
      of: recovery, epochs: earlier + opened, passphrase: passphrase, environment: environment)
    let boot = try union.following(
      recovery: recovery, adding: (device.keyRing.device, device.certificate), opening: opened,
      random: environment.random)
    var intake = Intake(
      contents: contents, union: union, keyRing: device.keyRing,
      chunkFolder: staging.chunkFolder, report: report, progress: progress)
    intake.leavesPieces = leavingPieces
    for log in contents.logs.keys.sorted() { try intake.take(log, from: CompactRange()) }
    try intake.synchronizeChunks()
    intake.report.left = intake.wanted.count
    var change = try device.change(
      drafts: [opening(device.log, intake), device.certified()], environment: environment)
    change.vault = recovery.vault
    change.orders = contents.orders.map { (id: $0.key, signed: $0.value) }
    change.growths += intake.growths
    change.chunks = intake.chunks
    if let left = LeftChunks(intake.left).encoded {
      change.local[LeftChunks.name] = try sealed(left, LeftChunks.name, device)
    }
    if intake.hasUnreadLists {
      change.local[Vault.unreadListsName] = try sealed([1], Vault.unreadListsName, device)
    }
    change.bootRecords = contents.boots.map { ($0.key.counter, $0.value) }
    change.bootRecords.append((boot.counter, try recovery.sign(boot)))
    for known in union.devices { change.certificates[known.id] = known.certificate }
    return (device, change, intake.report)
  }

  private func sealed(_ payload: [UInt8], _ name: String, _ device: NewDevice) throws -> [UInt8]? {
    try device.unlockKey.seal(
      local: payload, as: name, vault: recovery.vault, random: environment.random)
  }

  /// Heads seen: of what was taken, and of what could not be reached, so that `check` names what is missing.
  private func opening(_ log: LogID, _ intake: Intake) throws -> StatementDraft {
    let taken = intake.growths.map {
      HeadReference(
        device: $0.log.device, log: $0.log.id, size: $0.log.size, root: $0.log.range.root)
    }
    let unreached = intake.unreached.map {
      HeadReference(device: $0.device, log: $0.log, size: $0.head.size, root: $0.head.root)
    }
    let seen = try (taken + unreached).map { try $0.json() }
    return StatementDraft(
      .logOpened, subject: try SubjectID(log.bytes), fields: [(.headsSeen, .array(seen))])
  }
}
