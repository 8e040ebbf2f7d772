// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote

/// One request out, one answer in: the network, or whatever stands in for it in a test.
public protocol Exchange: Sendable {
  /// - Parameter limit: in bytes, of the answer's body.
  /// - Throws: ``SyncFailure/unreachable``, ``SyncFailure/unexpected``.
  func send(_ request: HTTPRequest, body: [UInt8], limit: Int) async throws(SyncFailure)
    -> WireResponse

  /// Before trying again.
  func pause(milliseconds: UInt64) async
}
