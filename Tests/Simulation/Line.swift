// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Remote
import SyncClient
import Synchronization

/// One device's way to the network, on which its process can die: what its folder holds then is all that is left.
final class Line: Exchange {
  private struct State {
    /// Requests until it dies; `nil`: it does not.
    var left: Int?
    /// Whether the last request still reaches the server.
    var reaches = false
    var isDead = false
  }

  private let network: Network
  private let folder: String
  private let state = Mutex(State())

  init(_ network: Network, folder: String) {
    self.network = network
    self.folder = folder
  }

  /// What is left of a device that died.
  var remains: String { folder + ".remains" }
  var isDead: Bool { state.withLock(\.isDead) }

  func die(after requests: Int, reaches: Bool) {
    state.withLock { $0 = State(left: requests, reaches: reaches) }
  }

  func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    let (dies, reaches) = state.withLock { state in
      guard !state.isDead else { return (true, false) }
      guard let left = state.left else { return (false, true) }
      state.left = left - 1
      state.isDead = left <= 0
      return (state.isDead, state.reaches)
    }
    guard dies else { return try await network.carry(request, body, limit: limit) }
    // Whoever is dead already asks in vain.
    guard !FileManager.default.fileExists(atPath: remains) else { throw .unreachable }
    // Nothing runs beside this, so that no transaction is under way.
    do { try FileManager.default.copyItem(atPath: folder, toPath: remains) } catch {
      throw .unexpected
    }
    if reaches { _ = try await network.carry(request, body, limit: limit) }
    throw .unreachable
  }

  func pause(milliseconds: UInt64) async {
    network.clock.advance(milliseconds: milliseconds)
    await Task.yield()
  }
}
