// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import HTTPTypes
import Remote
import Seal
import SyncClient
import SyncServer
import SyncTestSupport
import Synchronization
import TestSupport
import Testing
import VaultKit

/// A clock that the test moves, for the server and every device.
private final class Clock: Sendable {
  private let seconds = Mutex<UInt64>(1_700_000_000)
  var now: UInt64 { seconds.withLock { $0 } }
  func pass(days: UInt64) { seconds.withLock { $0 += days * 86_400 } }

  var environment: VaultEnvironment {
    VaultEnvironment(
      now: { [self] in
        RecordedAt(secondsSinceEpoch: Int64(now), offsetSeconds: 0)
      }, cost: .floor)
  }
}

@Suite("Erasure elsewhere")
struct ErasureTests {
  private let clock = Clock()
  private let copies: CopyScene
  private let storage = MemoryStorage()
  private let server: ServiceExchange
  private let address: ServerAddress

  init() async throws {
    copies = try await CopyScene()
    let clock = clock
    server = try ServiceExchange(storage) { clock.now }
    address = try ServerAddress(SyncScene.address)
  }

  private func a() async throws -> Vault {
    let vault = try await LockedVault(copies.test.path, environment: clock.environment)
      .unlock(unlockKey: copies.unlockKey)
    try await vault.link(to: address, over: server)
    _ = try await vault.sync(over: server)
    return vault
  }

  private func join(_ name: String) async throws -> Vault {
    let vault = try await Joining(
      copies.test.folder.file(name), from: address, over: server, recovery: copies.recovery,
      environment: clock.environment
    ).join(passphrase: TestVault.secret(TestVault.passphrase)).vault
    _ = try await vault.sync(over: server, wantsPieces: true)
    return vault
  }

  private func id(of title: String, in vault: Vault) async throws -> String {
    try #require(try await vault.list().first { $0.title == title }).id.description
  }

  @Test(
    "after the delay, and not before, it is gone from the server and from every device; nothing is damage"
  )
  func erased() async throws {
    let a = try await a()
    let b = try await join("b")
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    #expect(receipt.notBefore == clock.now + 30 * 86_400)
    clock.pass(days: 29)
    for vault in [a, b] {
      #expect(try await vault.sync(over: server).problems == [])
      #expect(try await vault.titles().contains("Premier"))
    }
    clock.pass(days: 2)
    // B saw the order 29 days after it was given: it waits for its own thirty.
    for vault in [a, b] { #expect(try await vault.sync(over: server).problems == []) }
    #expect(try await !a.titles().contains("Premier"))
    #expect(try await b.titles().contains("Premier"))
    clock.pass(days: 30)
    #expect(try await b.sync(over: server).problems == [])
    #expect(try await !b.titles().contains("Premier"))
    for vault in [a, b] {
      #expect(try await vault.titles().contains("Deuxième"))
      #expect(try await vault.check(deep: true).problems == [])
    }
    let c = try await join("c")
    #expect(try await c.titles() == ["Deuxième"])
    #expect(try await c.check(deep: true).problems == [])
  }

  @Test("history shows every order and what became of it; a copy on a stick carries it")
  func shown() async throws {
    let a = try await a()
    let receipts = [
      try await a.orderErasure(
        of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server),
      try await a.orderErasure(
        of: [id(of: "Deuxième", in: a)], recovery: copies.recovery, over: server),
    ]
    #expect(try await a.erasures().map(\.state) == [.waiting, .waiting])
    _ = try await a.cancelErasure(receipts[1].id.description, over: server)
    clock.pass(days: 31)
    for _ in 0..<2 { #expect(try await a.sync(over: server).problems == []) }
    let states = try await Dictionary(
      uniqueKeysWithValues: a.erasures().map { ($0.id, $0.state) })
    #expect(states == [receipts[0].id: .done, receipts[1].id: .cancelled])
    // What is gone from the stick is so because of the order that is there as well.
    #expect(try await a.copy(to: copies.stick).problems == [])
    let joining = try Joining(
      copies.test.folder.file("c"), from: copies.stick, recovery: copies.recovery,
      environment: clock.environment)
    let (c, report) = try await joining.join(passphrase: TestVault.secret(TestVault.passphrase))
    #expect(report.problems == [])
    #expect(try await c.check(deep: true).problems == [])
    #expect(
      try await c.erasures().map(\.state).sorted { $0.rawValue < $1.rawValue } == [
        .cancelled, .done,
      ])
    // One that the root did not sign is named, and not believed.
    let name = try #require(try copies.files("erasure/").first)
    try copies.write(name, copies.read(name).dropLast() + [0])
    #expect(try await c.takeIn(from: copies.stick).problems.map(\.code) == [.copyErasure])
  }

  @Test("any device stops it, for ever, also against a server that goes on")
  func cancelled() async throws {
    let a = try await a()
    let b = try await join("b")
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    _ = try await b.sync(over: server)
    _ = try await b.cancelErasure(receipt.id.description, over: server)
    for vault in [b, a] { #expect(try await vault.sync(over: server).problems == []) }
    clock.pass(days: 100)
    for vault in [a, b] {
      #expect(try await vault.sync(over: server).problems == [])
      #expect(try await vault.titles().contains("Premier"))
    }
    // The same order comes again, as done.
    let list = ReplayedErasures(server)
    for vault in [a, b] {
      _ = try await vault.sync(over: list)
      #expect(try await vault.titles().contains("Premier"))
      #expect(try await vault.damage() == [])
    }
  }

  @Test("stopped while the server was away, it is stopped for everybody, and the server is told")
  func cancelledOffline() async throws {
    let a = try await a()
    let b = try await join("b")
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    for vault in [a, b] { _ = try await vault.sync(over: server) }
    let stopped = try await a.cancelErasure(receipt.id.description, over: Unreachable())
    #expect(stopped.id == receipt.id && stopped.failure == .unreachable)
    clock.pass(days: 1)
    #expect(try await a.sync(over: server).problems == [])
    clock.pass(days: 60)
    for vault in [b, a] {
      #expect(try await vault.sync(over: server).problems == [])
      #expect(try await vault.titles().contains("Premier"))
      #expect(try await vault.damage() == [])
    }
  }

  @Test("an order that says done and the word that stopped it come together: nothing goes")
  func cancelledMeanwhile() async throws {
    let a = try await a()
    let b = try await join("b")
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    _ = try await b.sync(over: server)
    _ = try await a.cancelErasure(receipt.id.description, over: server)
    _ = try await a.sync(over: server)
    clock.pass(days: 100)
    _ = try await b.sync(over: ReplayedErasures(server))
    #expect(try await b.titles().contains("Premier"))
  }

  @Test("stopped too late, it does no harm: what went rightly is no damage, what is left stays")
  func late() async throws {
    let a = try await a()
    let b = try await join("b")
    clock.pass(days: 20)
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    clock.pass(days: 25)
    // B sees it late, and waits for its own thirty days.
    _ = try await b.sync(over: server)
    clock.pass(days: 6)
    _ = try await a.sync(over: server)
    #expect(try await !a.titles().contains("Premier"))
    let over = try await a.cancelErasure(receipt.id.description, over: server)
    #expect(!over.isStopped && over.failure == nil)
    let stopped = try await b.cancelErasure(receipt.id.description, over: server)
    #expect(stopped.isStopped && stopped.failure == .refused(.conflict))
    clock.pass(days: 60)
    for vault in [b, a, b] { #expect(try await vault.sync(over: server).problems == []) }
    #expect(try await b.titles().contains("Premier"))
    #expect(try await !a.titles().contains("Premier"))
    let c = try await join("c")
    for vault in [a, b, c] { #expect(try await vault.check(deep: true).problems == []) }
    _ = try await a.amend(id(of: "Deuxième", in: a), reason: nil) { $0.title = "Corrigé" }
  }

  @Test("a device that carried it out before it could read the word that stops it is not damaged")
  func crossed() async throws {
    let a = try await a()
    let b = try await join("b")
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    _ = try await b.sync(over: server)
    clock.pass(days: 10)
    _ = try await b.cancelErasure(receipt.id.description, over: Unreachable())
    clock.pass(days: 21)
    for _ in 0..<2 { _ = try await a.sync(over: server) }
    #expect(try await !a.titles().contains("Premier"))
    for vault in [b, a] { _ = try await vault.sync(over: server) }
    #expect(try await a.check(deep: true).problems == [])
    #expect(try await b.titles().contains("Premier"))
    #expect(try await b.check(deep: true).problems == [])
  }

  @Test("an order that was not sent yet is sent even when the entry was withdrawn here meanwhile")
  func unsentAndWithdrawn() async throws {
    let a = try await a()
    let b = try await join("b")
    _ = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: LostOrders(server))
    _ = try await a.withdraw(id(of: "Premier", in: a), reason: nil)
    #expect(try await a.erasures().map(\.state) == [.waiting])
    #expect(try await a.sync(over: server).problems == [])
    _ = try await b.sync(over: server)
    #expect(try await b.erasures().map(\.state) == [.waiting])
    clock.pass(days: 31)
    for vault in [a, b] { #expect(try await vault.sync(over: server).problems == []) }
    #expect(try await a.erasures().map(\.state) == [.done])
    for vault in [a, b] { #expect(try await vault.check(deep: true).problems == []) }
  }

  @Test(
    "a device without a server stops an order; one that the server never got is stopped all the same"
  )
  func stoppedWithoutServer() async throws {
    let a = try await a()
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: LostOrders(server))
    _ = try await a.copy(to: copies.stick)
    let c = try await Joining(
      copies.test.folder.file("c"), from: copies.stick, recovery: copies.recovery,
      environment: clock.environment
    ).join(passphrase: TestVault.secret(TestVault.passphrase)).vault
    let here = try await c.cancelErasure(receipt.id.description, over: nil)
    #expect(here.isStopped && !here.isKnown && here.failure == nil)
    let unknown = try await a.cancelErasure(receipt.id.description, over: server)
    #expect(unknown.isStopped && unknown.isKnown && unknown.failure == nil)
    #expect(try await c.erasures().map(\.state) == [.cancelled])
  }

  @Test("an order that the server did not get stands here, can be stopped, and is sent later")
  func unsent() async throws {
    let a = try await a()
    let receipt = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: LostOrders(server))
    #expect(receipt.notBefore == nil && receipt.failure == .unreachable)
    #expect(try await a.sync(over: server).problems == [])
    clock.pass(days: 31)
    #expect(try await a.sync(over: server).problems == [])
    #expect(try await !a.titles().contains("Premier"))
  }

  @Test("an order excuses no hole before its days have gone by")
  func early() async throws {
    let a = try await a()
    _ = try await a.orderErasure(
      of: [id(of: "Premier", in: a)], recovery: copies.recovery, over: server)
    _ = try await a.sync(over: server)
    let clock = clock
    let storage = storage
    let hasty = try ServiceExchange(storage) { clock.now + 40 * 86_400 }
    let joining = try Joining(
      copies.test.folder.file("c"), from: address, over: hasty, recovery: copies.recovery,
      environment: clock.environment)
    let (c, report) = try await joining.join(
      passphrase: TestVault.secret(TestVault.passphrase))
    #expect(report.problems.map(\.code).contains(.unauthorisedHole))
    #expect(try await !c.damage().isEmpty)
  }

  @Test("without the kit nothing is ordered")
  func otherKit() async throws {
    let a = try await a()
    let other = try RecoverySecret(random: SeededRandom(seed: "autre"))
    await #expect(throws: VaultError.otherVaultsKit) {
      _ = try await a.orderErasure(
        of: [id(of: "Premier", in: a)], recovery: other, over: server)
    }
  }
}

/// Says of every order that it is done.
private struct ReplayedErasures: Exchange {
  let server: ServiceExchange
  init(_ server: ServiceExchange) { self.server = server }

  func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    var response = try await server.send(request, body: body, limit: limit)
    if let list = try? ErasureList(encoded: response.body) {
      let done = ErasureList(
        list.items.map { .init(order: $0.order, notBefore: 0, state: .done) })
      response.body = (try? done.encoded()) ?? []
    }
    return response
  }

  func pause(milliseconds: UInt64) async {}
}

private struct Unreachable: Exchange {
  func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse { throw .unreachable }

  func pause(milliseconds: UInt64) async {}
}

/// Orders to erase never arrive.
private struct LostOrders: Exchange {
  let server: ServiceExchange
  init(_ server: ServiceExchange) { self.server = server }

  func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    if request.method == .post, request.path?.hasSuffix("/erasures") == true {
      throw .unreachable
    }
    return try await server.send(request, body: body, limit: limit)
  }

  func pause(milliseconds: UInt64) async {}
}
