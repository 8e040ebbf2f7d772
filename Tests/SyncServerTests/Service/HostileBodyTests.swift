// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import TestSupport
import Testing

@Suite("Hostile bodies")
struct HostileBodyTests {
  private let scene: ServerScene
  private let vault: SampleVault
  private let device: SampleDevice
  private var log: SampleLog

  init() async throws {
    scene = try ServerScene()
    (vault, device) = try await scene.makeVault()
    log = try SampleLog(of: device)
    try log.add(6)
    _ = try await scene.push(log, from: 0, to: 3)
  }

  /// Some of all variations: each is signed, so that it reaches what reads it.
  private func variations(_ bytes: [UInt8], _ seed: String) -> [[UInt8]] {
    let random = SeededRandom(seed: seed)
    let all = Fuzzing.hostile(bytes, seed: seed)
    return (0..<150).map { _ in random.pick(all) }
  }

  /// Every one is refused as what it is, and nothing is stored.
  private func refuses(_ endpoint: Endpoint, _ body: [UInt8]) async throws {
    let before = try await scene.dump()
    for hostile in variations(body, "\(endpoint.target)") {
      let answer = try await scene.ask(device, endpoint, hostile)
      // Some changes of a JSON body leave a right one; none of them may be an error of ours.
      #expect(answer.status.code < 500)
      if answer.status.kind == .successful { continue }
      #expect(answer.problem != nil)
    }
    #expect(try await scene.dump() == before)
  }

  @Test("of every endpoint that takes a body throw, and leave nothing behind")
  func bodies() async throws {
    let boot = try vault.boot(2, devices: ["first", "x"], previous: [vault.boot()])
    let segment = try log.segments(from: 3)[0].encoded
    let order = try vault.erasure(places: [log.place(1)])
    let other = try SampleVault("other")
    try await refuses(.putBoot(vault.id, boot.bootName(2)), boot.encoded)
    try await refuses(.createVault, other.boot().encoded)
    try await refuses(.putBlob(vault.id, .segments, ChunkID(ofSealed: segment)), segment)
    try await refuses(.putBlob(vault.id, .chunks, ChunkID(ofSealed: segment)), segment)
    try await refuses(.orderErasure(vault.id), order.encoded)
    try await refuses(
      .missing(vault.id, .chunks), BlobList([ChunkID(ofSealed: [1])]).encoded())
    try await refuses(
      .append(vault.id, log.id),
      log.append(from: 3, segments: log.segments(from: 3)))
    try await refuses(
      .cancelErasure(vault.id, ErasureID(random: SeededRandom(seed: "none"))), [1, 2, 3])
  }

  @Test("a segment must be one, under the hash of its bytes")
  func segments() async throws {
    let noise = SeededRandom(seed: "noise").bytes(3000)
    let id = ChunkID(ofSealed: noise)
    #expect(
      try await scene.ask(device, .putBlob(vault.id, .segments, id), noise).problem == .refused)
    #expect(try await scene.ask(device, .putBlob(vault.id, .chunks, id), noise).status == .created)
    let empty = ChunkID(ofSealed: [])
    #expect(try await scene.ask(device, .putBlob(vault.id, .chunks, empty), []).problem == .refused)
  }
}
