// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remote
import Sodium
import SyncClient
import SyncTestSupport
import TestSupport

/// One vault with one device and one log. It goes on only once a push is acknowledged, and tries for as long as that
/// takes, as a device does.
struct VaultLoad: Sendable {
  private let seed: String
  private let vault: SampleVault
  private let device: SampleDevice
  private let connection: ServerConnection
  private let tally: Tally
  private var log: SampleLog
  /// Acknowledged: bytes follow from the name.
  private var chunks: [(name: String, size: Int)] = []

  init(_ seed: String, address: ServerAddress, exchange: HTTPExchange, tally: Tally) throws {
    self.seed = seed
    self.tally = tally
    vault = try SampleVault(seed)
    device = try vault.device()
    log = try SampleLog(seed, of: device)
    connection = ServerConnection(
      address, exchange: exchange,
      identity: .init(
        device: device.id, key: device.request, certificate: try vault.sign(device.certificate)),
      now: { UInt64(Date().timeIntervalSince1970) })
  }

  // MARK: Pushing

  mutating func push(_ count: Int) async throws {
    _ = try await insist(.createVault, vault.boot().encoded)
    var random = SmallRandom(seed: UInt64(seed.utf8.reduce(0) { ($0 * 31 + Int($1)) % 65_521 }))
    for round in 0..<count {
      if round.isMultiple(of: 3) {
        try await pushChunk(Int.random(in: 100...300_000, using: &random))
      }
      try await append(Int.random(in: 1...4, using: &random), twice: round % 4 == 1)
    }
  }

  private mutating func pushChunk(_ size: Int) async throws {
    let name = "\(seed) \(chunks.count)"
    let bytes = Pattern.bytes(name, count: size)
    _ = try await insist(.putBlob(vault.id, .chunks, ChunkID(ofSealed: bytes)), bytes)
    chunks.append((name, size))
    tally.count(.chunks)
  }

  /// - Parameter twice: at once, as from a client that thinks its first request lost.
  private mutating func append(_ count: Int, twice: Bool) async throws {
    let before = log.size
    try log.add(count, seed: seed)
    let segments = try log.segments(from: before)
    for segment in segments {
      let bytes = segment.encoded
      _ = try await insist(.putBlob(vault.id, .segments, ChunkID(ofSealed: bytes)), bytes)
    }
    let body = try log.append(from: before, segments: segments)
    let endpoint = Endpoint.append(vault.id, log.id)
    if twice {
      async let first = try? connection.send(endpoint, body: body)
      async let second = try? connection.send(endpoint, body: body)
      _ = await (first, second)
    }
    let state = try await LogState(encoded: insist(endpoint, body))
    guard state.size == log.size else { throw RemoteError.malformed }
    tally.count(.appends)
    tally.count(.frames, count)
  }

  // MARK: Reading back

  func verify() async throws {
    let heads = try await RemoteHeads(encoded: insist(.heads(vault.id)))
    let state = try await LogState(encoded: insist(.log(vault.id, log.id, from: 0)))
    guard heads.logs.map(\.log) == [log.id], heads.logs.first?.size == log.size,
      state.size == log.size, state.checkpoint.starts(with: try log.checkpoint())
    else {
      tally.count(.lost, log.frames.count)
      return
    }
    var place = 0
    for reference in state.segments {
      let bytes = try? await insist(
        .getBlob(vault.id, .segments, reference.id), limit: Segment.limit)
      guard let bytes, let frames = try? Segment(encoded: bytes).frames else { continue }
      let first = Int(reference.name.first)
      tally.count(.duplicated, max(0, place - first))
      tally.count(.lost, max(0, first - place))
      let expected = log.frames.dropFirst(first).prefix(frames.count)
      if !frames.elementsEqual(expected) { tally.count(.lost, frames.count) }
      place = first + frames.count
    }
    tally.count(.lost, max(0, log.frames.count - place))
    tally.count(.duplicated, max(0, place - log.frames.count))
    for chunk in chunks {
      let bytes = Pattern.bytes(chunk.name, count: chunk.size)
      let read = try? await insist(
        .getBlob(vault.id, .chunks, ChunkID(ofSealed: bytes)), limit: Wire.chunkLimit)
      if read != bytes { tally.count(.lost) }
    }
  }

  /// Until the server answers. A refusal is an answer, and no load ever earns one.
  private func insist(
    _ endpoint: Endpoint, _ body: [UInt8] = [], limit: Int = Wire.jsonLimit
  ) async throws -> [UInt8] {
    while true {
      do {
        return try await connection.send(endpoint, body: body, limit: limit)
      } catch SyncFailure.unreachable, .unexpected, .refused(.unavailable), .refused(.tooMany),
        .refused(.broken)
      {
        tally.count(.retries)
        await connection.pause(milliseconds: .random(in: 20...400))
      }
    }
  }
}
