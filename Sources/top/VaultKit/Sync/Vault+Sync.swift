// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Evidence
internal import Remote
internal import Sodium
internal import Seal
public import SyncClient
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Links the vault to a server, which then has its boot record and nothing else yet.
  /// - Throws: ``VaultError/server(_:)``, and the vault is as it was.
  public func link(
    to address: ServerAddress, over exchange: any Exchange, invitation: String? = nil
  ) async throws {
    let connection = try connection(address, exchange)
    let info = try await VaultError.calling { () async throws(SyncFailure) in
      try await connection.ask(.server, as: ServerInfo.self)
    }
    guard (try? CosignatureVerifier(vkey: info.cosigner)) != nil else {
      throw VaultError.server(.unexpected)
    }
    let newest = try newestBoot()
    let vault = id
    do {
      _ = try await connection.send(.createVault, body: newest.encoded, invitation: invitation)
    } catch SyncFailure.refused(.exists) {
      // Another device made it there; the next synchronisation makes this one known.
      _ = try await VaultError.calling { () async throws(SyncFailure) in
        try await connection.send(.bootNames(vault))
      }
    } catch {
      throw VaultError.server(error)
    }
    try markChunks()
    try link(to: ServerLink(address: address.description, cosigner: info.cosigner))
  }

  /// Takes what others pushed, then pushes what the server lacks (Sync.md §10). Interrupted anywhere, the next call goes
  /// on where it was.
  /// - Parameters:
  ///   - wantsPieces: whether pieces that are not here come as well.
  ///   - progress: objects that came or went so far.
  /// - Throws: ``VaultError/noServer``; what the server does or does not do is in the report.
  public func sync(
    over exchange: any Exchange, wantsPieces: Bool = false,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> SyncReport {
    var report = try await synchronize(exchange, wantsPieces, progress)
    if report.surrender == nil, report.pulled > 0, try hasUnreadLists() {
      // A list came, and what it names can be asked for now.
      report.add(try await synchronize(exchange, wantsPieces, progress))
    }
    return report
  }

  private func synchronize(
    _ exchange: any Exchange, _ wantsPieces: Bool, _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> SyncReport {
    guard let link = try server() else { throw VaultError.noServer }
    guard let address = try? ServerAddress(link.address) else {
      throw VaultError.damaged("local")
    }
    let state = try VaultError.mapping { try store.state() }
    var held = Dictionary(uniqueKeysWithValues: state.logs.map { ($0.id, $0.size) })
    held.merge(try gaps()) { min($0, $1) }
    let holdings = SyncMachine.Holdings(
      boots: Set(state.bootRecords.map { BootName(counter: $0.counter, hash: $0.hash) }),
      logs: held)
    let random = environment.random
    let machine = SyncMachine(holdings) { limit in
      let bytes = random.bytes(8)
      let number = UInt64(littleEndianBytes: bytes) ?? 0
      return limit == .max ? number : number % (limit + 1)
    }
    var run = SyncRun(
      VaultParty(open: self, link: link, wantsPieces: wantsPieces),
      try connection(address, exchange), machine, limit: environment.fetchLimit,
      progress: progress)
    return try await run.run()
  }

  func connection(
    _ address: ServerAddress, _ exchange: any Exchange
  ) throws -> ServerConnection {
    try VaultError.mapping {
      guard let certificate = try store.state().certificates[device] else {
        throw VaultError.damaged("certificate")
      }
      let now = environment.now
      return ServerConnection(
        address, exchange: exchange,
        identity: ServerConnection.Identity(
          device: device, key: keyRing.request, certificate: certificate),
        now: { UInt64(clamping: now().secondsSinceEpoch) })
    }
  }

  /// One that nothing here replaces.
  private func newestBoot() throws -> RootSigned {
    try VaultError.mapping {
      let state = try store.state()
      let trusted = try TrustedState(state)
      guard let tip = trusted.boot.tips.last,
        let row = state.bootRecords.first(where: { $0.hash == tip.hash })
      else { throw VaultError.damaged("boot_record") }
      return row.record
    }
  }

  func boot(_ name: BootName) throws -> [UInt8]? {
    try VaultError.mapping {
      try store.state().bootRecords.first { $0.hash == name.hash && $0.counter == name.counter }?
        .record.encoded
    }
  }
}

extension VaultError {
  /// What a server did not do, as an error of the vault.
  static func calling<Result: Sendable>(
    _ body: () async throws(SyncFailure) -> Result
  ) async throws -> Result {
    do { return try await body() } catch { throw VaultError.server(error) }
  }
}
