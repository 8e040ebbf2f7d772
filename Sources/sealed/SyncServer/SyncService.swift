// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote
public import Sodium
public import TransparencyLog

/// THE SERVER, without a network: one request in, one answer out, all state in the store. The shell in `HTTP` reads
/// bodies and writes answers; tests call this.
public struct SyncService: Sendable {
  let storage: any ObjectStorage
  let cosigner: CosignatureSigner
  let policy: ServicePolicy
  let now: @Sendable () -> UInt64
  let random: any RandomSource
  let limits: LimitBook
  let usage: UsageBook
  let erased = ErasedBook()

  /// - Parameter now: seconds since 1970.
  public init(
    storage: any ObjectStorage, cosigner: CosignatureSigner,
    policy: ServicePolicy = ServicePolicy(),
    now: @escaping @Sendable () -> UInt64, random: any RandomSource
  ) {
    self.storage = storage
    self.cosigner = cosigner
    self.policy = policy
    self.now = now
    self.random = random
    limits = LimitBook(policy: policy, now: now)
    usage = UsageBook(storage: storage, policy: policy, now: now)
  }

  /// Never throws: whatever goes wrong is a problem document.
  public func respond(to request: HTTPRequest, body: [UInt8]) async -> WireResponse {
    do {
      return await respond(to: try await admit(request), body: body)
    } catch {
      return WireResponse(error, target: request.path)
    }
  }

  /// The second half: the body of a request that was admitted.
  public func respond(to admission: Admission, body: [UInt8]) async -> WireResponse {
    do {
      guard body.count <= admission.bodyLimit else { throw Refused(.tooLarge) }
      guard admission.signature?.covers(body) ?? true else { throw Refused(.wrongDigest) }
      return try await answer(admission, body)
    } catch {
      return WireResponse(ProblemDocument(ProblemDocument.Code(error), time: now()))
    }
  }

  private func answer(_ admission: Admission, _ body: [UInt8]) async throws -> WireResponse {
    switch admission.endpoint {
    case .server: return try serverInfo()
    case .createVault: return try await createVault(admission, body)
    case .heads(let vault): return try await heads(vault)
    case .log(let vault, let log, let from): return try await logState(vault, log, from: from)
    case .append(let vault, let log): return try await append(vault, log, body)
    case .putBlob(let vault, let kind, let id): return try await putBlob(vault, kind, id, body)
    case .getBlob(let vault, let kind, let id): return try await getBlob(vault, kind, id)
    case .headBlob(let vault, let kind, let id): return try await headBlob(vault, kind, id)
    case .missing(let vault, let kind): return try await missing(vault, kind, body)
    case .bootNames(let vault): return try await bootNames(vault)
    case .getBoot(let vault, let name): return try await getBoot(vault, name)
    case .putBoot(let vault, let name): return try await putBoot(vault, name, admission, body)
    case .erasures(let vault): return try await erasures(vault)
    case .orderErasure(let vault): return try await orderErasure(vault, body)
    case .cancelErasure(let vault, let id): return try await cancelErasure(vault, id)
    }
  }

  private func serverInfo() throws -> WireResponse {
    try .json(
      ServerInfo(
        cosigner: cosigner.verifier.vkey, erasureDelay: policy.erasureDelayDays,
        needsInvitation: policy.needsInvitation, time: now()))
  }
}
