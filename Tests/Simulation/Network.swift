// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import SyncClient
import SyncTestSupport
import Synchronization

/// What lies between the devices and the server: it loses requests and answers, repeats them, and brings some when
/// nobody waits for them any more. Its clock is the only one, and a pause is what makes it go.
final class Network: Sendable {
  struct State {
    var isLossy = true
    var late: [(request: HTTPRequest, body: [UInt8])] = []
    var counts = Counts()
  }

  let server: LyingExchange
  let clock = Clock()
  private let choices: Choices
  private let state = Mutex(State())

  init(
    _ choices: Choices,
    _ makeServer: (_ now: @escaping @Sendable () -> UInt64) throws -> LyingExchange
  )
    rethrows
  {
    self.choices = choices
    server = try makeServer { [clock] in clock.seconds }
  }

  /// From now on nothing is lost.
  func calm() async {
    state.withLock { $0.isLossy = false }
    await bringLate()
  }

  func count(_ event: Counts.Event) { state.withLock { $0.counts.add(event) } }
  var counts: Counts { state.withLock(\.counts) }

  func carry(
    _ request: HTTPRequest, _ body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    // Which of several requests under way comes first.
    for _ in 0..<choices.number(below: 4) { await Task.yield() }
    guard state.withLock(\.isLossy) else {
      return try await server.send(request, body: body, limit: limit)
    }
    if choices.happens(10) { await bringLate() }
    switch choices.number(below: 100) {
    case 0..<6:
      count(.lost)
      throw .unreachable
    case 6..<12:
      count(.answersLost)
      _ = try await server.send(request, body: body, limit: limit)
      throw .unreachable
    case 12..<16:
      count(.late)
      state.withLock { $0.late.append((request, body)) }
      throw .unreachable
    case 16..<20:
      count(.duplicated)
      let first = try await server.send(request, body: body, limit: limit)
      let second = try await server.send(request, body: body, limit: limit)
      return choices.happens(50) ? first : second
    default:
      let answer = try await server.send(request, body: body, limit: limit)
      for _ in 0..<choices.number(below: 4) { await Task.yield() }
      return answer
    }
  }

  private func bringLate() async {
    let late = state.withLock { state in
      defer { state.late = [] }
      return state.late
    }
    for (request, body) in late {
      _ = try? await server.send(request, body: body, limit: Wire.bodyLimit)
    }
  }
}

/// Goes on when something waits.
final class Clock: Sendable {
  private let milliseconds = Mutex<UInt64>(1_800_000_000_000)

  var seconds: UInt64 { milliseconds.withLock { $0 / 1000 } }
  func advance(milliseconds count: UInt64) { milliseconds.withLock { $0 += count } }
}
