// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing

@Suite("Vaults and boot records on a server")
struct BootServiceTests {
  private let scene: ServerScene
  private let vault: SampleVault
  private let device: SampleDevice

  init() async throws {
    scene = try ServerScene()
    (vault, device) = try await scene.makeVault()
  }

  private func put(_ boot: RootSigned, as counter: Int64, by asker: SampleDevice? = nil)
    async throws -> WireResponse
  {
    try await scene.ask(
      asker ?? device, .putBoot(vault.id, boot.bootName(counter)), boot.encoded)
  }

  @Test("an older record is a rollback, the same one is there, one made apart is kept")
  func counters() async throws {
    let first = try vault.boot()
    let second = try vault.boot(2, devices: ["first", "a"], previous: [first])
    let apart = try vault.boot(2, devices: ["first", "b"], previous: [first])
    let older = try vault.boot(1, devices: ["first", "old"])
    #expect(try await put(second, as: 2).status == .created)
    #expect(try await put(second, as: 2).status == .ok)
    #expect(try await put(apart, as: 2).status == .created)
    #expect(try await put(first, as: 1).status == .ok)
    let before = try await scene.dump()
    #expect(try await put(older, as: 1).problem == .rollback)
    let gap = try vault.boot(4, previous: [vault.boot(3, previous: [second])])
    #expect(try await put(gap, as: 4).problem == .conflict)
    let skipping = try vault.boot(4, previous: [second])
    #expect(try await put(skipping, as: 4).problem == .refused)
    #expect(try await scene.dump() == before)
    #expect(try await put(vault.boot(3, previous: [second, apart]), as: 3).status == .created)
    for seed in ["a", "b"] {
      #expect(try await scene.ask(vault.device(seed), .heads(vault.id)).status == .ok)
    }
  }

  @Test("a record stands under its own name, and another root signs nothing here")
  func names() async throws {
    let second = try vault.boot(2, previous: [vault.boot()])
    let other = try SampleVault("other")
    let foreign = try other.boot(2, previous: [vault.boot()])
    let before = try await scene.dump()
    #expect(try await put(second, as: 3).problem == .refused)
    #expect(try await put(foreign, as: 2).problem == .refused)
    let mixed = RootSigned(body: second.body, signature: foreign.signature)
    #expect(try await put(mixed, as: 2).problem == .refused)
    #expect(try await scene.dump() == before)
    let absent = try await scene.ask(device, .getBoot(vault.id, second.bootName(2)))
    #expect(absent.problem == .notFound)
  }

  @Test("a newcomer puts the past of the record that names it, and none that revokes it")
  func newcomer() async throws {
    let second = try vault.device("second")
    let shown: HTTPFields = [
      .memoCertificate: Base64.encode(try vault.sign(second.certificate).encoded, .standard)
    ]
    func put(_ boot: RootSigned, as counter: Int64) async throws -> WireResponse {
      try await scene.ask(
        second, .putBoot(vault.id, boot.bootName(counter)), boot.encoded, fields: shown)
    }
    let revoked = try vault.boot(2, revoked: ["second": []], previous: [vault.boot()])
    #expect(try await put(revoked, as: 2).problem == .notYours)
    let past = try vault.boot(2, devices: ["first", "third"], previous: [vault.boot()])
    #expect(try await put(past, as: 2).status == .created)
    #expect(try await scene.ask(second, .heads(vault.id)).problem == .unknownDevice)
    let own = try vault.boot(3, devices: ["first", "third", "second"], previous: [past])
    #expect(try await put(own, as: 3).status == .created)
    #expect(try await scene.ask(second, .heads(vault.id)).status == .ok)
  }

  @Test("of two revocations the strictest counts, whichever comes first")
  func strictest() async throws {
    var log = try SampleLog(of: device)
    try log.add(9)
    _ = try await scene.push(log, from: 0, to: 2)
    let first = try vault.boot()
    let second = try vault.device("second")
    for (end, counter): (UInt64, Int64) in [(4, 2), (8, 2)] {
      let boot = try vault.boot(
        counter, devices: ["second"], revoked: ["first": [log.head(at: end)]], previous: [first])
      let asker = end == 4 ? device : second
      #expect(try await put(boot, as: counter, by: asker).status == .created)
    }
    #expect(try await scene.push(log, from: 2, to: 5, by: second).problem == .refused)
    #expect(try await scene.push(log, from: 2, to: 4, by: second).status == .ok)
  }

  @Test("a vault is made by a device that the record certifies, and by nobody else")
  func creating() async throws {
    let scene = try ServerScene()
    let boot = try vault.boot().encoded
    let before = try await scene.dump()
    let stranger = try vault.device("stranger")
    #expect(try await scene.ask(stranger, .createVault, boot).problem == .unknownDevice)
    let thief = try SampleVault.key("thief")
    #expect(try await scene.ask(device, .createVault, boot, by: thief).problem == .badSignature)
    let late = try device.signed(.createVault, boot, at: 0)
    #expect(await scene.service.respond(to: late, body: boot).problem == .clock)
    let revoked = try vault.boot(
      2, devices: ["x"], revoked: ["first": []], previous: [vault.boot()])
    #expect(try await scene.ask(device, .createVault, revoked.encoded).problem == .revoked)
    #expect(try await scene.ask(device, .createVault, []).problem == .refused)
    #expect(try await scene.dump() == before)
  }

  @Test("a vault that is there is not made again from another record")
  func exists() async throws {
    let other = try vault.boot(2, previous: [vault.boot()])
    #expect(try await scene.ask(device, .createVault, other.encoded).problem == .exists)
  }

  @Test("an invitation makes one vault, once or twice asked for")
  func invitations() async throws {
    var policy = ServicePolicy()
    policy.needsInvitation = true
    let scene = try ServerScene(policy: policy)
    let invitation = NewInvitation(random: SystemRandom())
    try await scene.service.accept(invitation.hash)
    let boot = try vault.boot().encoded
    let names = try await scene.dump().keys.map(\.description)
    #expect(!names.contains { $0.contains(invitation.code) })
    for code in [nil, "", "abc", NewInvitation(random: SystemRandom()).code] {
      let fields: HTTPFields = code.map { [.memoInvitation: $0] } ?? [:]
      let answer = try await scene.ask(device, .createVault, boot, fields: fields)
      #expect(answer.problem == .invitation)
    }
    let fields: HTTPFields = [.memoInvitation: invitation.code]
    #expect(try await scene.ask(device, .createVault, boot, fields: fields).status == .created)
    #expect(try await scene.ask(device, .createVault, boot, fields: fields).status == .ok)
    let other = try SampleVault("other")
    let second = try await scene.ask(
      other.device(), .createVault, other.boot().encoded, fields: fields)
    #expect(second.problem == .invitation)
  }
}
