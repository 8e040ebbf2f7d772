// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Sodium

/// The command line: parse, call the façade, print, exit code.
@main
struct Memo: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "memo",
      abstract: words.sealedLogRecordKeep,
      discussion: words.everythingStaysEncryptedDevice,
      version: "memo 0.1.0 (format 1)",
      subcommands: [
        Init.self, Add.self, Attach.self, Amend.self, Withdraw.self, List.self, Show.self,
        Search.self, Save.self, ContactCommand.self, Import.self, History.self, Check.self,
        Identity.self, Passphrase.self, Recover.self, KitCommand.self, Copy.self, Join.self,
        ServerCommand.self, Sync.self, DeviceCommand.self, EraseHere.self,
        Keygen.self, Export.self, Open.self, Verify.self, Prove.self, HelpLines.self,
      ])
  }

  static func main() async {
    let signals = TerminalGuard.install()
    defer { withExtendedLifetime(signals) {} }
    let arguments = Array(CommandLine.arguments.dropFirst())
    let wantsJSON = arguments.contains("--json")
    do {
      try ProcessHardening.apply()
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      try Output.flush()
    } catch {
      Foundation.exit(report(error, json: wantsJSON))
    }
  }

  /// Prints what is to be said of an error, and gives the exit code.
  private static func report(_ error: any Error, json: Bool) -> Int32 {
    if let failure = UsageTranslation.cleanExit(error, of: Memo.self) {
      print(failure, terminator: failure.hasSuffix("\n") ? "" : "\n")
      return 0
    }
    // A command that has said everything itself.
    if let code = error as? ExitCode { return code.rawValue }
    let failure = UsageTranslation.usageFailure(error, of: Memo.self) ?? Failure(error)
    Output.printFailure(failure, json: json)
    return failure.code.rawValue
  }
}
