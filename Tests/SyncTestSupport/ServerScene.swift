// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote
public import Sodium
public import SyncServer
internal import TestSupport
public import TransparencyLog

/// A server in the process with its store and its clock, and what a device says to it.
public struct ServerScene: Sendable {
  public let storage: any ObjectStorage
  public let clock: FakeClock
  public let cosigner: CosignatureSigner
  public let service: SyncService

  public init(
    storage: any ObjectStorage = MemoryStorage(), policy: ServicePolicy = ServicePolicy(),
    clock: FakeClock = FakeClock()
  ) throws {
    self.storage = storage
    self.clock = clock
    cosigner = try CosignatureSigner(
      name: "server.test", key: SampleVault.key("cosigner"))
    service = SyncService(
      storage: storage, cosigner: cosigner, policy: policy, now: { clock.now },
      random: SeededRandom(seed: "server"))
  }

  public func ask(
    _ device: SampleDevice, _ endpoint: Endpoint, _ body: [UInt8] = [],
    authority: String = "server", fields: HTTPFields = [:], by key: Ed25519.SigningKey? = nil
  ) async throws -> WireResponse {
    let request = try device.signed(
      endpoint, body, at: clock.now, authority: authority, fields: fields, by: key)
    return await service.respond(to: request, body: body)
  }

  /// A vault whose only device is `first`.
  public func makeVault(_ seed: String = "vault") async throws -> (SampleVault, SampleDevice) {
    let vault = try SampleVault(seed)
    let device = try vault.device()
    let answer = try await ask(device, .createVault, vault.boot().encoded)
    guard answer.status == .created else { throw try ProblemDocument(encoded: answer.body) }
    return (vault, device)
  }

  /// Puts what is new of a log and appends it.
  public func push(
    _ log: SampleLog, from: UInt64, to: UInt64? = nil, by device: SampleDevice? = nil
  ) async throws -> WireResponse {
    let asker = device ?? log.device
    let segments = try log.segments(from: from, to: to)
    for segment in segments {
      let bytes = segment.encoded
      let answer = try await ask(
        asker, .putBlob(asker.vault, .segments, ChunkID(ofSealed: bytes)), bytes)
      guard answer.status == .created || answer.status == .ok else { return answer }
    }
    return try await ask(
      asker, .append(asker.vault, log.id), log.append(from: from, to: to, segments: segments))
  }

  /// Everything that is stored.
  public func dump() async throws -> [ObjectKey: [UInt8]] {
    var objects: [ObjectKey: [UInt8]] = [:]
    var after: ObjectKey?
    while true {
      let page = try await storage.list(prefix: "", after: after, limit: 1000)
      for listed in page { objects[listed.key] = try await storage.get(listed.key)?.bytes }
      guard page.count == 1000 else { return objects }
      after = page.last?.key
    }
  }
}

extension WireResponse {
  /// What was refused; `nil` when nothing was.
  public var problem: ProblemDocument.Code? { try? ProblemDocument(encoded: body).code }
}
