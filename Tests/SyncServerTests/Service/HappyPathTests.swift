// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing
import TransparencyLog

@Suite("Sync service, as it should be")
struct HappyPathTests {
  @Test("says who it is to anyone")
  func info() async throws {
    let scene = try ServerScene()
    let request = HTTPRequest(
      method: .get, scheme: "http", authority: "server", path: Endpoint.server.target)
    let answer = await scene.service.respond(to: request, body: [])
    let info = try ServerInfo(encoded: answer.body)
    #expect(info.cosigner == scene.cosigner.verifier.vkey && info.time == scene.clock.now)
    #expect(info.erasureDelay == 30 && !info.needsInvitation)
  }

  @Test("makes a vault once, and says so when asked again")
  func create() async throws {
    let scene = try ServerScene()
    let (vault, device) = try await scene.makeVault()
    let again = try await scene.ask(device, .createVault, vault.boot().encoded)
    #expect(again.status == .ok)
    let boots = try await scene.ask(device, .bootNames(vault.id))
    let name = try vault.boot().bootName(1)
    #expect(try BootList(encoded: boots.body).boots == [name])
    let record = try await scene.ask(device, .getBoot(vault.id, name))
    #expect(try record.body == vault.boot().encoded)
  }

  @Test("keeps blobs, gives them back, and says which it lacks")
  func blobs() async throws {
    let scene = try ServerScene()
    let (vault, device) = try await scene.makeVault()
    let chunks: [[UInt8]] = (0..<30).map { [UInt8](repeating: $0, count: 100) }
    let ids = chunks.map { ChunkID(ofSealed: $0) }
    for (id, chunk) in zip(ids, chunks).prefix(20) {
      #expect(
        try await scene.ask(device, .putBlob(vault.id, .chunks, id), chunk).status == .created)
      #expect(try await scene.ask(device, .putBlob(vault.id, .chunks, id), chunk).status == .ok)
    }
    #expect(try await scene.ask(device, .getBlob(vault.id, .chunks, ids[3])).body == chunks[3])
    let head = try await scene.ask(device, .headBlob(vault.id, .chunks, ids[3]))
    #expect(head.body.isEmpty && head.headerFields[.contentLength] == "100")
    let absent = try await scene.ask(device, .getBlob(vault.id, .chunks, ids[25]))
    #expect(absent.problem == .notFound)
    for count in [1, 5, 30] {
      let asked = Array(ids.suffix(count))
      let answer = try await scene.ask(
        device, .missing(vault.id, .chunks), BlobList(asked).encoded())
      let missing = try BlobList(encoded: answer.body).ids
      #expect(Set(missing) == Set(asked).intersection(ids[20...]))
    }
  }

  @Test("takes appends, cosigns heads, and keeps the list of segments short")
  func append() async throws {
    let scene = try ServerScene()
    let (vault, device) = try await scene.makeVault()
    var log = try SampleLog(of: device)
    var size: UInt64 = 0
    for count in [3, 1, 2, 5, 1, 1, 4, 600, 2] {
      try log.add(count)
      let answer = try await scene.push(log, from: size)
      #expect(answer.status == .ok)
      let state = try LogState(encoded: answer.body)
      #expect(state.size == log.size && state.device == device.id)
      let signed = try SignedCheckpoint(parsing: state.checkpoint)
      #expect(try scene.cosigner.verifier.verify(signed) == scene.clock.now)
      size = log.size
    }
    let answer = try await scene.ask(device, .log(vault.id, log.id, from: 0))
    let state = try LogState(encoded: answer.body)
    #expect(state.segments.count <= 4)
    var frames: [Frame] = []
    for reference in state.segments {
      let bytes = try await scene.ask(device, .getBlob(vault.id, .segments, reference.id)).body
      frames += try Segment(encoded: bytes).frames
    }
    #expect(frames == log.frames)
    let stored = try await scene.dump().keys.filter { $0.description.contains("/segments/") }
    #expect(stored.count == state.segments.count)
    let tail = try await scene.ask(device, .log(vault.id, log.id, from: log.size - 1))
    #expect(try LogState(encoded: tail.body).segments == [state.segments.last])
    let heads = try RemoteHeads(encoded: try await scene.ask(device, .heads(vault.id)).body)
    #expect(heads.logs.map(\.checkpoint) == [state.checkpoint] && heads.boots.count == 1)
  }

  @Test("takes a second device in, and what a revoked one wrote before its end")
  func devices() async throws {
    let scene = try ServerScene()
    let (vault, first) = try await scene.makeVault()
    var log = try SampleLog(of: first)
    try log.add(7)
    _ = try await scene.push(log, from: 0, to: 3)
    let second = try vault.device("second")
    #expect(try await scene.ask(second, .heads(vault.id)).problem == .unknownDevice)
    let shown: HTTPFields = [
      .memoCertificate: try certificate(second, vault)
    ]
    #expect(try await scene.ask(second, .heads(vault.id), fields: shown).status == .ok)
    let boot = try vault.boot(
      2, devices: ["second"], revoked: ["first": [log.head(at: 5)]], previous: [vault.boot()])
    let put = try await scene.ask(
      second, .putBoot(vault.id, boot.bootName(2)), boot.encoded, fields: shown)
    #expect(put.status == .created)
    #expect(try await scene.ask(first, .heads(vault.id)).problem == .revoked)
    #expect(try await scene.ask(first, .bootNames(vault.id)).status == .ok)
    #expect(try await scene.push(log, from: 3, to: 6, by: second).problem == .refused)
    #expect(try await scene.push(log, from: 3, to: 5, by: second).status == .ok)
  }

  private func certificate(_ device: SampleDevice, _ vault: SampleVault) throws -> String {
    Base64.encode(try vault.sign(device.certificate).encoded, .standard)
  }
}
