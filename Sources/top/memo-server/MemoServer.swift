// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Sodium

/// The operator's program: reads the configuration, then runs.
@main
struct MemoServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo-server",
    abstract: "Keeps sealed vaults for devices, and can open none of them.",
    discussion:
      "Every option can also stand in the environment: --erasure-delay-days is MEMO_ERASURE_DELAY_DAYS.",
    version: "memo-server 0.1.0 (protocol 1)",
    subcommands: [Serve.self, Invite.self, Check.self, Sweep.self])

  static func main() async {
    do {
      try ProcessHardening.apply()
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Foundation.exit(report(error))
    }
  }

  private static func report(_ error: any Error) -> Int32 {
    if let failure = OperatorFailure(error) {
      FileHandle.standardError.write(Data("memo-server: \(failure.message)\n".utf8))
      return failure.code.rawValue
    }
    if let code = error as? ExitCode { return code.rawValue }
    let text = fullMessage(for: error)
    let isClean = exitCode(for: error) == .success
    let output = isClean ? FileHandle.standardOutput : FileHandle.standardError
    output.write(Data((text + "\n").utf8))
    // What the parser refuses is the command line.
    return isClean ? 0 : OperatorFailure.Code.usage.rawValue
  }
}
