// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dossier
import DurableFiles
import Remote
import VaultKit

/// `memo verify`: says what is false, what cannot be checked today, what is not proven. Needs no vault.
struct Verify: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "verify", say("Vérifie un dossier reçu", "Verifies a dossier received"),
      say(
        "Un dossier chiffré, un dossier déballé, ou le .tar déchiffré avec « age ».",
        "An encrypted dossier, an unpacked folder, or the .tar decrypted with “age”."),
      examples: [
        "memo verify dossier.tar.age --identity cle.txt --vault-id \"RWQ…\"",
        "memo verify dossier/",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var reading: DossierOptions
  @Argument(help: ArgumentHelp(say("Fichier ou dossier", "File or folder"))) var path: String
  @Option(
    help: ArgumentHelp(
      say("Identité du coffre, reçue en main propre", "The vault's identity, received in hand"),
      valueName: "id"))
  var vaultID: String?

  func run() throws {
    let expected = try VaultIDOption.parse(vaultID)
    let bar = ProgressBar(
      say("vérification", "verifying"), total: Self.size(of: path),
      quiet: shared.quiet || shared.json)
    let read = try reading.read(path, progress: { bar.update($0) })
    bar.finish()
    try Self.report(read.dossier.verify(vault: expected, openedAs: read.recipient), shared: shared)
  }

  /// Prints a report; exit code 65 when something is false.
  static func report(_ report: DossierReport, shared: SharedOptions) throws {
    if shared.json {
      try Output.json(report.jsonObject)
    } else if !shared.quiet || !report.ok {
      print(report.text)
    }
    if !report.ok { throw ExitCode(Failure.Code.data.rawValue) }
  }

  static func size(of path: String) -> UInt64 {
    guard let file = try? OpenFile.reading(path, followingLinks: true),
      let identity = try? file.identity()
    else { return 0 }
    return UInt64(identity.size)
  }
}

/// `--vault-id`, spaces ignored.
enum VaultIDOption {
  static func parse(_ text: String?) throws -> VaultID? {
    guard let text else { return nil }
    guard let id = try? VaultID(text: text.filter { !$0.isWhitespace }) else {
      throw Failure(
        .usage, "vault-id",
        say("identité de coffre illisible", "the vault's identity cannot be read"),
        say(
          "elle vient de « memo id » : 56 caractères qui commencent par RW",
          "it comes from “memo id”: 56 characters that begin with RW"))
    }
    return id
  }
}
