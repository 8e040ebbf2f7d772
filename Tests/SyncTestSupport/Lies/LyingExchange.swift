// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote
public import SyncClient
public import SyncServer
internal import Synchronization

/// A server that is honest until it is told a lie: it has the whole store, keeps what it once answered, and can serve
/// bytes of its own making.
public final class LyingExchange: Exchange {
  private struct State {
    var lie: Lie?
    var told = 0
    var heads: [RemoteHeads] = []
    var blobs: [ChunkID: [UInt8]] = [:]
    var boots: [BootName: [UInt8]] = [:]
  }

  private let honest: any Exchange
  private let storage: any ObjectStorage
  private let state = Mutex(State())

  public init(_ honest: any Exchange, over storage: any ObjectStorage) {
    self.honest = honest
    self.storage = storage
  }

  /// From now on; `nil`: honest again.
  public func tell(_ lie: Lie?) { state.withLock { $0.lie = lie } }

  /// How often it lied since the last time.
  public func takeTold() -> Int {
    state.withLock { state in
      defer { state.told = 0 }
      return state.told
    }
  }

  public func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    let lie = state.withLock(\.lie)
    guard let endpoint = try? Endpoint(method: request.method, target: request.path ?? "") else {
      return try await honest.send(request, body: body, limit: limit)
    }
    let answer: WireResponse
    if let own = ownAnswer(to: endpoint) {
      answer = Lie.answer(own)
    } else if lie?.stops(endpoint) == true {
      answer = Lie.answer([])
    } else {
      answer = try await honest.send(request, body: body, limit: limit)
    }
    if case .heads = endpoint, let heads = try? RemoteHeads(encoded: answer.body) {
      state.withLock { $0.heads.append(heads) }
    }
    guard let lie, let bent = try? await lie.bend(endpoint, answer, self) else { return answer }
    state.withLock { $0.told += 1 }
    return bent
  }

  public func pause(milliseconds: UInt64) async { await honest.pause(milliseconds: milliseconds) }

  // MARK: What lies are made of

  /// The first answer of those that `isMeant` takes.
  func earlierHeads(where isMeant: (RemoteHeads) -> Bool = { _ in true }) -> RemoteHeads? {
    state.withLock { $0.heads.first(where: isMeant) }
  }

  func plant(_ blob: [UInt8]) -> ChunkID {
    let id = ChunkID(ofSealed: blob)
    state.withLock { $0.blobs[id] = blob }
    return id
  }

  func plant(_ boot: [UInt8], as name: BootName) { state.withLock { $0.boots[name] = boot } }

  private func ownAnswer(to endpoint: Endpoint) -> [UInt8]? {
    switch endpoint {
    case .getBlob(_, _, let id): state.withLock { $0.blobs[id] }
    case .getBoot(_, let name): state.withLock { $0.boots[name] }
    default: nil
    }
  }

  /// The boot records of the store.
  public func storedBoots() async throws -> [(counter: Int64, signed: RootSigned)] {
    var boots: [(counter: Int64, signed: RootSigned)] = []
    for key in try await storage.list(prefix: "vault/", after: nil, limit: .max).map(\.key) {
      let parts = key.description.split(separator: "/").map(String.init)
      guard parts.count == 4, parts[2] == "boot", let name = BootName(text: parts[3]),
        let stored = try await storage.get(key)
      else { continue }
      boots.append((name.counter, try RootSigned(encoded: stored.bytes)))
    }
    return boots
  }

  /// A segment of the store.
  func segment(_ reference: SegmentReference) async throws -> Segment? {
    let name = "/segments/\(reference.id.description.prefix(2))/\(reference.id)"
    guard
      let key = try await storage.list(prefix: "vault/", after: nil, limit: .max)
        .first(where: { $0.key.description.hasSuffix(name) })?.key,
      let stored = try await storage.get(key)
    else { return nil }
    return try Segment(encoded: stored.bytes)
  }
}

extension LyingExchange {
  /// As it was shown last.
  public func shownHead(of log: LogID) -> RemoteHeads.Log? {
    state.withLock { $0.heads.last?.logs.first { $0.log == log } }
  }
}
