// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote
internal import Sodium
public import SyncClient
public import SyncServer
internal import Synchronization
internal import TestSupport
internal import TransparencyLog

/// A server in this process, without a network: every request reaches it, every answer comes back.
public final class ServiceExchange: Exchange {
  public let service: SyncService
  private let counts = Mutex<[String: Int]>([:])

  /// - Parameter now: the server's clock, in seconds since 1970.
  public init(
    _ storage: any ObjectStorage, policy: ServicePolicy = ServicePolicy(),
    now: @escaping @Sendable () -> UInt64
  ) throws {
    let seed = try SecretBytes(copying: Array(repeating: 7, count: 32))
    let cosigner = try CosignatureSigner(
      name: "memo.example.org", key: Ed25519.SigningKey(seed: seed))
    service = SyncService(
      storage: storage, cosigner: cosigner, policy: policy, now: now,
      random: SeededRandom(seed: "server"))
  }

  public func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    counts.withLock { $0[request.method.rawValue, default: 0] += 1 }
    return await service.respond(to: request, body: body)
  }

  public func pause(milliseconds: UInt64) async {}

  /// Requests since the last time, by method.
  public func takeCounts() -> [String: Int] {
    counts.withLock { counts in
      defer { counts = [:] }
      return counts
    }
  }
}
