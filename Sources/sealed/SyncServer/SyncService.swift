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
  let now: @Sendable () -> UInt64
  let random: any RandomSource

  /// - Parameter now: seconds since 1970.
  public init(
    storage: any ObjectStorage, cosigner: CosignatureSigner, now: @escaping @Sendable () -> UInt64,
    random: any RandomSource
  ) {
    self.storage = storage
    self.cosigner = cosigner
    self.now = now
    self.random = random
  }

  /// Never throws: whatever goes wrong is a problem document.
  public func respond(to request: HTTPRequest, body: [UInt8]) async -> WireResponse {
    WireResponse(status: .notImplemented)
  }
}
