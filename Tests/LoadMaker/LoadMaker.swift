// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncClient
import Synchronization

/// Many vaults that push to a server while it is killed, and then look whether all that it acknowledged is there once.
///
///     LoadMaker URL VAULTS PUSHES SEED
///
/// Says `pushed` when every push is acknowledged, waits for a line, then reads everything back and says what it found as
/// one line of JSON. Ends with 1 when anything is lost or there twice.
@main
struct LoadMaker {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let vaults = Int(arguments[2]), let pushes = Int(arguments[3])
    else {
      FileHandle.standardError.write(Data("usage: LoadMaker URL VAULTS PUSHES SEED\n".utf8))
      exit(64)
    }
    let address = try ServerAddress(arguments[1])
    // A client keeps few connections to one place.
    let exchanges = (0..<max(1, vaults / 20)).map { _ in HTTPExchange(address, proxy: nil) }
    let tally = Tally()
    var loads = try (0..<vaults).map { number in
      try VaultLoad(
        "\(arguments[4])-\(number)", address: address,
        exchange: exchanges[number % exchanges.count], tally: tally)
    }
    try await withThrowingTaskGroup(of: (Int, VaultLoad).self) { group in
      for (number, load) in loads.enumerated() {
        group.addTask {
          var load = load
          try await load.push(pushes)
          return (number, load)
        }
      }
      for try await (number, load) in group { loads[number] = load }
    }
    say("pushed")
    _ = readLine()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for load in loads { group.addTask { try await load.verify() } }
      try await group.waitForAll()
    }
    for exchange in exchanges { await exchange.close() }
    say(tally.json)
    exit(tally.isClean ? 0 : 1)
  }

  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// What happened to all vaults together.
final class Tally: Sendable {
  enum Event: String, CaseIterable {
    case appends, chunks, frames, retries, lost, duplicated
  }

  private let counts = Mutex<[Event: Int]>([:])

  func count(_ event: Event, _ number: Int = 1) {
    counts.withLock { $0[event, default: 0] += number }
  }

  var isClean: Bool { counts.withLock { ($0[.lost] ?? 0) + ($0[.duplicated] ?? 0) == 0 } }

  var json: String {
    let members = counts.withLock { counts in
      Event.allCases.map { "\"\($0.rawValue)\": \(counts[$0] ?? 0)" }
    }
    return "{\(members.joined(separator: ", "))}"
  }
}
