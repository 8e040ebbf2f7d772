// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing

@Suite("Quotas and rates")
struct LimitTests {
  fileprivate func chunk(_ number: UInt8, count: Int = 1000) -> Endpoint.BlobPut {
    Endpoint.BlobPut(bytes: [UInt8](repeating: number, count: count))
  }

  @Test("beyond the quota nothing new is stored, and what is there is still there")
  func quota() async throws {
    var policy = ServicePolicy()
    policy.quotaBytes = 8000
    policy.quotaObjects = 7
    let scene = try ServerScene(policy: policy)
    let (vault, device) = try await scene.makeVault()
    var taken: [Endpoint.BlobPut] = []
    for number in UInt8(0)..<20 {
      let chunk = chunk(number)
      let answer = try await scene.ask(device, chunk.endpoint(vault.id), chunk.bytes)
      if answer.status == .created {
        taken.append(chunk)
      } else {
        #expect(answer.problem == .quota)
      }
    }
    #expect((1...5).contains(taken.count), "\(taken.count)")
    let before = try await scene.dump()
    let again = try await scene.ask(device, taken[0].endpoint(vault.id), taken[0].bytes)
    #expect(again.status == .ok)
    #expect(try await scene.dump() == before)
    // The root's word is taken all the same: devices must be revocable on a full server.
    let boot = try vault.boot(2, devices: ["first", "x"], previous: [vault.boot()])
    let put = try await scene.ask(device, .putBoot(vault.id, boot.bootName(2)), boot.encoded)
    #expect(put.status == .created)
  }

  @Test("a full disk is said to be full, and nothing is stored by halves", arguments: 0..<4)
  func full(_ writes: Int) async throws {
    let store = MemoryStorage()
    let healthy = try ServerScene(storage: store)
    let (_, device) = try await healthy.makeVault()
    var log = try SampleLog(of: device)
    try log.add(5)
    let scene = try ServerScene(
      storage: FaultyStorage(store, writes: writes, failure: .full), clock: healthy.clock)
    let answer = try await scene.push(log, from: 0)
    #expect(answer.problem == .quota || answer.status == .ok)
    #expect(try await StoreCheck(storage: store).run().isClean)
    #expect(try await healthy.push(log, from: 0).status == .ok)
    #expect(try await StoreCheck(storage: store).run().orphanSegments == 0)
  }

  @Test("killed after any write, a vault and its log are made when asked for again")
  func killed() async throws {
    for count in 0..<12 {
      let store = MemoryStorage()
      let dying = try ServerScene(storage: FaultyStorage(store, writes: count))
      let vault = try SampleVault()
      let device = try vault.device()
      var log = try SampleLog(of: device)
      try log.add(8)
      _ = try? await dying.makeVault()
      _ = try await dying.push(log, from: 0, to: 5)
      _ = try await dying.push(log, from: 5)
      let scene = try ServerScene(storage: store)
      let made = try await scene.ask(device, .createVault, vault.boot().encoded)
      #expect([.ok, .created].contains(made.status), "killed after \(count) writes")
      let heads = try RemoteHeads(encoded: try await scene.ask(device, .heads(vault.id)).body)
      let pushed = try await scene.push(log, from: heads.logs.first?.size ?? 0)
      #expect(try LogState(encoded: pushed.body).size == 8, "killed after \(count) writes")
      let report = try await StoreCheck(storage: store).run()
      #expect(report.isClean, "killed after \(count) writes: \(report)")
    }
  }

  @Test("a store that does not answer is said to be unavailable")
  func unavailable() async throws {
    let scene = try ServerScene(storage: FaultyStorage(MemoryStorage(), writes: 0))
    let vault = try SampleVault()
    let answer = try await scene.ask(vault.device(), .createVault, vault.boot().encoded)
    #expect(answer.problem == .unavailable && answer.headerFields[.retryAfter] != nil)
    #expect(await !scene.service.isHealthy())
  }

  @Test("a vault and an address have a rate each, and time gives it back")
  func rates() async throws {
    var policy = ServicePolicy()
    policy.vaultRate = ServicePolicy.Rate(perSecond: 1, burst: 3)
    policy.addressRate = ServicePolicy.Rate(perSecond: 1, burst: 25)
    let scene = try ServerScene(policy: policy)
    let (vault, device) = try await scene.makeVault()
    var codes: [ProblemDocument.Code?] = []
    for _ in 0..<4 { codes.append(try await scene.ask(device, .heads(vault.id)).problem) }
    #expect(codes == [nil, nil, .tooMany, .tooMany])
    scene.clock.advance(1)
    #expect(try await scene.ask(device, .heads(vault.id)).status == .ok)
    func guess(_ address: String) async throws -> ProblemDocument.Code? {
      let request = try device.signed(.heads(vault.id), at: 0)
      do {
        _ = try await scene.service.admit(request, from: address)
        return nil
      } catch {
        return error.code
      }
    }
    var guesses: [ProblemDocument.Code?] = []
    for _ in 0..<4 { guesses.append(try await guess("192.0.2.1")) }
    #expect(guesses == [.clock, .clock, .clock, .tooMany])
    #expect(try await guess("192.0.2.2") == .clock)
  }

  @Test("a vault has so many logs and no more")
  func logs() async throws {
    var policy = ServicePolicy()
    policy.logLimit = 2
    let scene = try ServerScene(policy: policy)
    let (_, device) = try await scene.makeVault()
    var codes: [ProblemDocument.Code?] = []
    for seed in ["a", "b", "c"] {
      var log = try SampleLog(seed, of: device)
      try log.add(1)
      codes.append(try await scene.push(log, from: 0).problem)
    }
    #expect(codes == [nil, nil, .quota])
  }
}

extension Endpoint {
  fileprivate struct BlobPut {
    let bytes: [UInt8]
    func endpoint(_ vault: VaultID) -> Endpoint {
      .putBlob(vault, .chunks, ChunkID(ofSealed: bytes))
    }
  }
}
