// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Devices, a network that loses things and a server that lies, by seed.
///
///     Simulation [--from S] [--seeds N]   so many seeds from one on
///     Simulation --twice …                each of them twice: the same must happen
///     Simulation --seed S                 one, with all that happened
@main
struct Simulation {
  static func main() async throws {
    requireStableHashing()
    let arguments = CommandLine.arguments
    func value(_ name: String) -> UInt64? {
      arguments.firstIndex(of: name).flatMap { arguments.dropFirst($0 + 1).first }.flatMap {
        UInt64($0)
      }
    }
    let only = value("--seed")
    let first = only ?? value("--from") ?? 1
    let count = only == nil ? value("--seeds") ?? 100 : 1
    let start = ContinuousClock.now
    let template = try await withTaskExecutorPreference(OneAtATime("template")) {
      try await Template()
    }
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let work = Work(
      template, first..<(first + count), folder, tells: only != nil,
      twice: arguments.contains("--twice"))
    await work.run()
    let (counts, failed) = work.outcome
    print(counts.line)
    let seconds = (ContinuousClock.now - start).components.seconds
    print("\(count) seeds in \(seconds) s, \(failed.count) failed \(failed.sorted().prefix(50))")
    if !failed.isEmpty { exit(1) }
  }

  /// In memory where there is such a place: a vault writes durably.
  private static func scratch() throws -> String {
    let parent =
      FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let path = "\(parent)/memo-simulation-\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The order of a set must not differ from one process to the next.
  private static func requireStableHashing() {
    guard ProcessInfo.processInfo.environment["SWIFT_DETERMINISTIC_HASHING"] == nil else { return }
    setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &arguments)
    exit(70)
  }
}
