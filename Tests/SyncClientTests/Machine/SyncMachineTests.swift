// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import SyncClient
import TestSupport
import Testing

@Suite("Synchronisation machine")
struct SyncMachineTests {
  private static let random = SeededRandom(seed: "machine")
  private let log: LogID
  private let other: LogID
  private let device: DeviceID
  private let chunk = ChunkID(ofSealed: [1])

  init() throws {
    log = try LogID(random: Self.random)
    other = try LogID(random: Self.random)
    device = try DeviceID(random: Self.random)
  }

  private func reference(_ first: UInt64, _ end: UInt64) -> SegmentReference {
    SegmentReference(
      name: SegmentName(first: first, end: end), id: ChunkID(ofSealed: [UInt8(end)]))
  }

  private func machine() -> SyncMachine {
    SyncMachine(SyncMachine.Holdings(boots: [], logs: [log: 5])) { $0 }
  }

  private func heads(_ sizes: [LogID: UInt64]) -> RemoteHeads {
    RemoteHeads(
      boots: [],
      logs: sizes.map { RemoteHeads.Log(log: $0, device: device, size: $1, checkpoint: []) },
      erasures: 0, time: 0)
  }

  /// Plays a run to its end; every call but those that `fail` names is answered.
  private func play(
    _ machine: inout SyncMachine, heads: RemoteHeads, plan: PushPlan,
    fail: (SyncCall) -> SyncFailure? = { _ in nil }
  ) -> [SyncAction] {
    var actions = machine.start()
    var log: [SyncAction] = []
    for _ in 0..<500 {
      var next: [SyncAction] = []
      for action in actions {
        log.append(action)
        switch action {
        case .call(let call):
          if let failure = fail(call) {
            next += machine.handle(.failed(call, failure))
          } else {
            next += machine.handle(.answered(call, answer(call, heads)))
          }
        case .pause: next += machine.handle(.resumed)
        case .survey: next += machine.handle(.surveyed([]))
        case .takeIn: next += machine.handle(.taken(plan))
        case .finish: return log
        }
      }
      actions = next
    }
    return log
  }

  private func answer(_ call: SyncCall, _ heads: RemoteHeads) -> SyncAnswer {
    switch call {
    case .heads: .heads(heads)
    case .log:
      .log(
        LogState(device: device, size: 7, checkpoint: [], segments: [reference(0, 7)]))
    case .missing(_, let ids): .missing(ids)
    default: .done
    }
  }

  @Test("with nothing new, it asks once and ends")
  func nothingNew() {
    var machine = machine()
    let log = play(&machine, heads: heads([log: 5]), plan: PushPlan())
    #expect(log == [.call(.heads), .survey, .takeIn, .finish])
    #expect(machine.surrender == nil && machine.failures.isEmpty)
  }

  @Test("what went on is fetched before anything is taken in")
  func fetches() {
    var machine = machine()
    let log = play(&machine, heads: heads([log: 5, other: 7]), plan: PushPlan())
    #expect(
      log == [
        .call(.heads), .call(.log(other, from: 0)), .call(.getSegment(other, reference(0, 7))),
        .survey, .takeIn, .finish,
      ])
  }

  @Test("a log that leads nowhere is read once more from its beginning, and only once")
  func readsAgain() {
    var machine = machine()
    var plan = PushPlan()
    plan.again = [log]
    let actions = play(&machine, heads: heads([log: 7]), plan: plan)
    #expect(
      actions == [
        .call(.heads), .call(.log(log, from: 5)), .call(.getSegment(log, reference(0, 7))),
        .survey, .takeIn, .call(.log(log, from: 0)), .call(.getSegment(log, reference(0, 7))),
        .survey, .takeIn, .finish,
      ])
  }

  private var plan: PushPlan {
    var plan = PushPlan()
    plan.chunks = [chunk]
    plan.segments = [log: [reference(5, 9)]]
    plan.appends = [log]
    return plan
  }

  @Test("chunks go out before segments, and a head after all that it counts")
  func pushes() {
    var machine = machine()
    let actions = play(&machine, heads: heads([log: 5]), plan: plan)
    #expect(
      actions == [
        .call(.heads), .survey, .takeIn, .call(.missing(.chunks, [chunk])),
        .call(.putChunk(chunk)), .call(.missing(.segments, [reference(5, 9).id])),
        .call(.putSegment(log, reference(5, 9))), .call(.append(log)), .finish,
      ])
  }

  @Test("a head does not go out when one of its segments did not")
  func incomplete() {
    var machine = machine()
    let actions = play(&machine, heads: heads([log: 5]), plan: plan) { call in
      if case .putSegment = call { .refused(.refused) } else { nil }
    }
    #expect(!actions.contains(.call(.append(log))))
    #expect(machine.failures.count == 1)
  }

  @Test("nor when nobody knows whether its pieces are there")
  func unsure() {
    var machine = machine()
    let actions = play(&machine, heads: heads([log: 5]), plan: plan) { call in
      if case .putChunk = call { .unexpected } else { nil }
    }
    #expect(!actions.contains(.call(.append(log))) && !machine.isSureOfChunks)
  }

  @Test("segments that do not lead to the end are not fetched: they could be without end")
  func endless() {
    var machine = machine()
    _ = machine.start()
    _ = machine.handle(.answered(.heads, .heads(heads([log: 5, other: 7]))))
    let state = LogState(
      device: device, size: 7, checkpoint: [],
      segments: [reference(0, 7), reference(90, 95)])
    #expect(machine.handle(.answered(.log(other, from: 0), .log(state))) == [.survey])
    #expect(machine.failures[.log(other, from: 0)] == .unexpected)
  }

  @Test("what may pass is tried again after pauses that grow, and given up in the end")
  func patience() {
    var machine = machine()
    let actions = play(&machine, heads: heads([other: 7]), plan: PushPlan()) { call in
      call == .heads ? nil : .unreachable
    }
    #expect(pauses(actions) == [1000, 2000, 4000, 8000, 16000])
    #expect(machine.surrender == .unreachable && actions.last == .finish)
  }

  @Test("a server that never answered is given up sooner than one that says to wait")
  func silence() {
    var silent = machine()
    let none = play(&silent, heads: heads([:]), plan: PushPlan()) { _ in .unreachable }
    #expect(pauses(none) == [1000, 2000])
    var busy = machine()
    let later = play(&busy, heads: heads([:]), plan: PushPlan()) { _ in .refused(.unavailable) }
    #expect(pauses(later).count == 5)
    #expect(silent.surrender == .unreachable && busy.surrender == .refused(.unavailable))
  }

  private func pauses(_ actions: [SyncAction]) -> [UInt64] {
    actions.compactMap { action in
      if case .pause(let milliseconds) = action { milliseconds } else { nil }
    }
  }

  @Test("when the server's state went on meanwhile, everything is read again, but not for ever")
  func conflict() {
    var machine = machine()
    let actions = play(&machine, heads: heads([log: 5]), plan: plan) { call in
      if case .append = call { .refused(.conflict) } else { nil }
    }
    #expect(actions.filter { $0 == .call(.heads) }.count == 4)
    #expect(actions.last == .finish)
  }

  @Test(
    "gives the server up at once when it will take nothing of this device",
    arguments: [ProblemDocument.Code.revoked, .unknownDevice, .quota])
  func refused(_ code: ProblemDocument.Code) {
    var machine = machine()
    _ = play(&machine, heads: heads([log: 5]), plan: plan) { call in
      if case .missing = call { .refused(code) } else { nil }
    }
    #expect(machine.surrender == .refused(code))
  }

  @Test("an answer that was not asked for, or comes twice, changes nothing")
  func strays() {
    var machine = machine()
    _ = machine.start()
    #expect(machine.handle(.answered(.append(log), .done)) == [])
    #expect(machine.handle(.answered(.heads, .heads(heads([log: 5])))) == [.survey])
    #expect(machine.handle(.answered(.heads, .heads(heads([:])))) == [])
    #expect(machine.heads == heads([log: 5]))
  }
}
