// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Runs other programs, found in PATH.
///
/// With files for input and output, and `waitpid`: Foundation's `Process` was seen to wait for ever
/// for programs that end at once when several threads run some.
enum Command {
  struct Result {
    let status: Int32
    let output: [UInt8]
  }

  static func isAvailable(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// - Parameter environment: added to this process's own.
  /// - Returns: status 127 when the program could not be started.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let stdin = try folder.write("stdin", input)
    let stdout = try folder.write("stdout", [])
    let status = spawn(
      ["/usr/bin/env", name] + arguments,
      ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" },
      stdin, stdout)
    return Result(status: status, output: try folder.read("stdout"))
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String], _ stdin: String, _ stdout: String
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, arguments[0], &actions, nil, argv, envp) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return 127 } }
    // WIFEXITED and WEXITSTATUS, which are macros.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}

/// A temporary folder, removed when it goes.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("age-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: url.appendingPathComponent(name))
    return path(name)
  }

  func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: url.appendingPathComponent(name)))
  }
}
