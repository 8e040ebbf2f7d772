// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Runs other programs, found in PATH or by their path.
///
/// With files for input and output, and `waitpid`: Foundation's `Process` was seen to wait for ever
/// for programs that end at once when several threads run some.
public enum Command {
  public struct Result: Sendable {
    /// 127 when the program could not be started; 128 and the signal when one ended it.
    public let status: Int32
    public let output: [UInt8]
    public let errors: [UInt8]
    public var text: String { String(decoding: output, as: UTF8.self) }
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// Missing, what compares with the program is a visible skip; under CI every program counts as there,
  /// so that a missing one fails.
  public static func isUsable(_ name: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["CI"] != nil { return true }
    return (environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// The same for a module of Python.
  public static func hasPythonModule(_ name: String) -> Bool {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    return (try? run(["python3", "-c", "import \(name)"]).status) == 0
  }

  /// - Parameters:
  ///   - folder: where it runs; this process's own when `nil`.
  ///   - environment: added to this process's own; an empty value removes a variable.
  public static func run(
    _ arguments: [String], in folder: String? = nil, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Result {
    let files = try TemporaryFolder()
    let stdin = try files.write("stdin", input)
    let (stdout, stderr) = (try files.write("stdout", []), try files.write("stderr", []))
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      .filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    let start = ["/usr/bin/env"] + (folder.map { ["-C", $0] } ?? [])
    let child = spawn(
      start + arguments, variables, [(stdin, O_RDONLY), (stdout, O_WRONLY), (stderr, O_WRONLY)])
    return Result(
      status: child.map(wait) ?? 127, output: try files.read("stdout"),
      errors: try files.read("stderr"))
  }

  static func spawn(
    _ arguments: [String], _ environment: [String], _ streams: [(path: String, flags: Int32)]
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_addopen(&actions, Int32(number), stream.path, stream.flags, 0)
    }
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var child: pid_t = 0
    return posix_spawn(&child, arguments[0], &actions, nil, argv, envp) == 0 ? child : nil
  }

  static func wait(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return 127 } }
    return exitStatus(status)
  }

  /// WIFEXITED and WEXITSTATUS, which are macros.
  static func exitStatus(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}
