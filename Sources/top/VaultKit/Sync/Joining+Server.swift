// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import Sodium
internal import SyncClient
internal import TransparencyLog

extension Joining {
  /// What came from a server, and where it is.
  struct Fetched {
    let snapshot: RemoteSnapshot
    /// To erase; the root signed them.
    let orders: [RootSigned]
    let link: ServerLink
    let report: SyncReport
  }

  /// Everything of the vault that the server shows, pieces apart.
  /// - Throws: ``VaultError/server(_:)``.
  func fetch(
    _ address: ServerAddress, _ exchange: any Exchange,
    _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Fetched {
    let connection = try readingConnection(address, exchange)
    let info = try await VaultError.calling { () async throws(SyncFailure) in
      try await connection.ask(.server, as: ServerInfo.self)
    }
    guard (try? CosignatureVerifier(vkey: info.cosigner)) != nil else {
      throw VaultError.server(.unexpected)
    }
    let party = JoiningParty(recovery: recovery)
    let machine = SyncMachine(SyncMachine.Holdings(boots: [], logs: [:])) { $0 / 2 }
    var run = SyncRun(party, connection, machine, limit: environment.fetchLimit, progress: progress)
    let report = try await run.run()
    if let surrender = report.surrender { throw VaultError.server(surrender) }
    let link = ServerLink(address: address.description, cosigner: info.cosigner)
    return Fetched(
      snapshot: await party.snapshot, orders: await party.orders, link: link, report: report)
  }

  /// Reads with a certificate of its own, made for this and forgotten after: the new device is certified in a boot
  /// record, and for that the newest ones must be known.
  private func readingConnection(
    _ address: ServerAddress, _ exchange: any Exchange
  ) throws -> ServerConnection {
    try VaultError.mapping {
      let keys = try KeyRing(
        newDeviceOf: recovery, epochs: [EpochKey(random: environment.random)],
        random: environment.random)
      let certificate = try recovery.sign(
        DeviceCertificate(
          vault: recovery.vault, createdAt: environment.now().description,
          log: keys.log.publicKey, request: keys.request.publicKey,
          dossier: keys.dossier.publicKey))
      let now = environment.now
      return ServerConnection(
        address, exchange: exchange,
        identity: ServerConnection.Identity(
          device: keys.device, key: keys.request, certificate: certificate),
        now: { UInt64(clamping: now().secondsSinceEpoch) })
    }
  }
}

/// A device in the making: it only reads.
private actor JoiningParty: SyncParty {
  let recovery: RecoverySecret
  private(set) var snapshot = RemoteSnapshot()
  /// They say why some places are holes.
  private(set) var orders: [RootSigned] = []

  init(recovery: RecoverySecret) { self.recovery = recovery }

  nonisolated var vault: VaultID { recovery.vault }

  func survey(_ snapshot: RemoteSnapshot) throws -> [ChunkID] {
    try VaultError.mapping {
      var report = CopyReport()
      let contents = try CopyContents(snapshot, vault: vault, known: [], report: &report)
      guard let union = contents.union else { throw VaultError.folder(.unusable) }
      let ring = try KeyRing(
        newDeviceOf: recovery, epochs: union.epochKeys(recovery: recovery),
        random: SystemRandom())
      return try PieceSurvey(contents: contents, keyRing: ring).lists()
    }
  }

  func takeIn(
    _ snapshot: RemoteSnapshot, mayReadAgain: Bool, _ report: inout SyncReport
  ) -> PushPlan {
    self.snapshot = snapshot
    return PushPlan()
  }

  func boot(_ name: BootName) -> [UInt8]? { nil }
  func keep(_ chunk: [UInt8], as id: ChunkID) {}
  func settle(_ kept: [ChunkID]) {}
  func lacks(_ chunks: [ChunkID]) {}
  func chunk(_ id: ChunkID) -> [UInt8]? { nil }
  func segment(_ reference: SegmentReference, of log: LogID) -> [UInt8]? { nil }
  func put(_ boot: BootName) {}
  func append(to log: LogID) -> LogAppend? { nil }
  func appended(_ state: LogState, to log: LogID, _ report: inout SyncReport) {}

  func chunksAreThere() {}

  func take(_ erasures: ErasureList, _ report: inout SyncReport) -> [(Endpoint, [UInt8])] {
    orders = erasures.items.map(\.order).filter {
      (try? $0.verified(as: ErasureOrder.self, vault: vault)) != nil
    }
    if orders.count < erasures.items.count { report.found(.serverAnswer, "erasures") }
    return []
  }
}
