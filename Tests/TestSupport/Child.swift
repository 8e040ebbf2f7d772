// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// A process that a test watches and kills.
public final class Child {
  public let process: Int32
  private var status: Int32?
  private let files: TemporaryFolder

  /// The folder of the programs that were built beside the tests.
  public static let products =
    (Bundle.main.executableURL ?? URL(fileURLWithPath: ".")).deletingLastPathComponent().path

  /// - Throws: when it cannot be started.
  public init(_ arguments: [String], environment: [String: String] = [:]) throws {
    files = try TemporaryFolder()
    let input = try files.write("stdin", [])
    let (output, errors) = (try files.write("stdout", []), try files.write("stderr", []))
    let variables = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }) { $1 }
      .map { "\($0.key)=\($0.value)" }
    let child = Command.spawn(
      ["/usr/bin/env"] + arguments, variables,
      [(input, O_RDONLY), (output, O_WRONLY), (errors, O_WRONLY)])
    guard let child else { throw CocoaError(.executableLoad) }
    process = child
  }

  deinit {
    kill(process, SIGKILL)
    _ = wait()
  }

  /// What it has said so far, whole lines only.
  public var lines: [String] {
    let text = String(decoding: (try? files.read("stdout")) ?? [], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  public var errors: String { String(decoding: (try? files.read("stderr")) ?? [], as: UTF8.self) }

  /// Waits until it says `line`; `false` when it ends before, or five minutes pass.
  public func waits(for line: String) -> Bool {
    for _ in 0..<60_000 {
      if lines.contains(line) { return true }
      if hasEnded { return lines.contains(line) }
      usleep(5_000)
    }
    return false
  }

  /// `SIGKILL`, and its end.
  public func kill() {
    if status == nil { kill(process, SIGKILL) }
    _ = wait()
  }

  /// Its exit status; 128 and the signal when one ended it.
  @discardableResult
  public func wait() -> Int32 {
    if let status { return status }
    let ended = Command.wait(process)
    status = ended
    return ended
  }

  private var hasEnded: Bool {
    if status != nil { return true }
    var raw: Int32 = 0
    guard waitpid(process, &raw, WNOHANG) == process else { return false }
    status = Command.exitStatus(raw)
    return true
  }

  private func kill(_ process: pid_t, _ signal: Int32) {
    if status == nil { Foundation.kill(process, signal) }
  }
}
