// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import DurableFiles
import Seal
import Sodium
import VaultKit

/// `memo kit`: what can be done with the recovery kit.
struct KitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "kit", words.recoveryKit,
      examples: [
        "memo kit check -", "memo kit split kit.txt --need 2 --of 3 -o /media/usb",
        "memo kit combine part-a.txt part-c.txt",
      ], subcommands: [KitCheck.self, KitSplit.self, KitCombine.self])
  }
}

struct KitCheck: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "check", words.kitVaults,
      examples: ["memo kit check -", "memo kit check /media/usb/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(words.fileAsksGroupGroup))
  var file: String

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    let recovery = try KitInput.recoverySecret(file)
    guard recovery.vault == locked.id else { throw Failure(vault: .otherVaultsKit) }
    if shared.json {
      return try Output.json(["ok": true, "vault": locked.id.text] as [String: Any])
    }
    shared.tell(words.vaultsKit)
  }
}

struct KitSplit: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "split",
      words.splitsKitAmongSeveral,
      words.eachShareFileNeed,
      examples: ["memo kit split kit.txt --need 2 --of 3 -o /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.kitsFileAsksGroup))
  var file: String
  @Option(help: ArgumentHelp(words.sharesNeededHelp)) var need: Int
  @Option(help: ArgumentHelp(words.sharesInAllHelp)) var of: Int
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(words.folderWriteThem, valueName: "dir"))
  var output: String

  func run() throws {
    let kit = try KitInput.recoverySecret(file).kit()
    let shares = try kit.split(needed: need, of: of, random: SystemRandom())
    do { try Files.createFolder(output, parents: true) } catch let error as FileError {
      throw Failure(file: error)
    }
    let paths = shares.map { "\(output)/part-\($0.name).txt" }
    if let taken = paths.first(where: Files.exists) {
      var failure = Failure.exists
      failure.detail = taken
      throw failure
    }
    for (share, path) in zip(shares, paths) { try SecretFile.create(path, share.lines()) }
    if shared.json { return try Output.json(["shares": paths]) }
    paths.forEach { shared.tell(Output.line($0)) }
    shared.tell(
      words.giveEachShareDifferent)
  }
}

struct KitCombine: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "combine", words.makesKitAgainShares,
      examples: ["memo kit combine part-a.txt part-c.txt -o kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.filesShares)) var file: [String]
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      words.fileWriteElseScreen,
      valueName: "file"))
  var output: String?

  func run() throws {
    let kit: RecoveryKit
    do {
      let shares = try file.map { path in
        let text = try KitInput.text(path)
        do { return try KitShare(parsing: text) } catch {
          if path != "-" { try KitInput.requireKit(in: text, path) }
          throw error
        }
      }
      kit = try RecoverySecret(combining: shares).kit()
    } catch let error as KitError {
      throw Failure.kit(error, proposing: [])
    }
    if let output {
      try SecretFile.create(output, kit.lines())
      if shared.json { return try Output.json(["path": output]) }
      return shared.tell(Output.line(output))
    }
    guard !shared.json, let terminal = Terminal() else {
      throw Failure(.usage, "output", words.giveOFile)
    }
    try terminal.onAlternateScreen {
      terminal.write(try kit.lines())
      _ = try terminal.readLine(
        words.enterClearScreen)
    }
  }
}
