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
      "kit", say("Le kit de secours", "The recovery kit"),
      examples: [
        "memo kit check -", "memo kit split kit.txt --need 2 --of 3 -o /media/usb",
        "memo kit combine part-a.txt part-c.txt",
      ], subcommands: [KitCheck.self, KitSplit.self, KitCombine.self])
  }
}

struct KitCheck: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "check", say("Ce kit est-il celui de ce coffre ?", "Is this kit this vault's?"),
      examples: ["memo kit check -", "memo kit check /media/usb/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(say("Fichier ; - demande groupe par groupe", "File; - asks group by group")))
  var file: String

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    let recovery = try KitInput.recoverySecret(file)
    guard recovery.vault == locked.id else { throw Failure(vault: .otherVaultsKit) }
    if shared.json {
      return try Output.json(["ok": true, "vault": locked.id.text] as [String: Any])
    }
    shared.tell(say("C'est bien le kit de ce coffre.", "This is this vault's kit."))
  }
}

struct KitSplit: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "split",
      say("Partage le kit entre plusieurs personnes", "Splits the kit among several people"),
      say(
        "Chaque part est un fichier. Il en faut --need pour refaire le kit ; moins n'apprennent rien.",
        "Each share is a file. --need of them make the kit again; fewer tell nothing."),
      examples: ["memo kit split kit.txt --need 2 --of 3 -o /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      say("Fichier du kit ; - demande groupe par groupe", "The kit's file; - asks group by group")))
  var file: String
  @Option(help: ArgumentHelp(say("Parts nécessaires, 2 à 9", "Shares needed, 2 to 9"))) var need:
    Int
  @Option(help: ArgumentHelp(say("Parts en tout, 31 au plus", "Shares in all, at most 31"))) var of:
    Int
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(say("Dossier où les écrire", "Folder to write them to"), valueName: "dir"))
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
      say(
        "Donnez chaque part à une personne différente ; effacez ces fichiers d'ici.",
        "Give each share to a different person; delete these files from here."))
  }
}

struct KitCombine: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "combine", say("Refait le kit à partir de parts", "Makes the kit again from shares"),
      examples: ["memo kit combine part-a.txt part-c.txt -o kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(say("Fichiers des parts", "Files of the shares"))) var file: [String]
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      say("Fichier à écrire (sinon à l'écran)", "File to write (else on the screen)"),
      valueName: "file"))
  var output: String?

  func run() throws {
    let kit: RecoveryKit
    do {
      let shares = try file.map { try KitShare(parsing: KitInput.text($0)) }
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
      throw Failure(.usage, "output", say("donnez -o FICHIER", "give -o FILE"))
    }
    try terminal.onAlternateScreen {
      terminal.write(try kit.lines())
      _ = try terminal.readLine(
        say("\nEntrée pour effacer l'écran. ", "\nEnter to clear the screen. "))
    }
  }
}
