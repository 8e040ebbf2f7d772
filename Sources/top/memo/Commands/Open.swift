// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dossier
import DurableFiles
import VaultKit

/// `memo open`: decrypts, verifies and unpacks a dossier. Needs no vault.
struct Open: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "open",
      words.decryptsVerifiesUnpacksDossier,
      examples: [
        "memo open dossier.tar.age --identity cle.txt -o dossier",
        "memo open dossier.tar.age -o dossier",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var reading: DossierOptions
  @Argument(help: ArgumentHelp(words.fileReceived)) var file: String
  @Option(
    help: ArgumentHelp(
      words.vaultsIdentityReceivedHand,
      valueName: "id"))
  var vaultID: String?
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(words.folderCreate, valueName: "dir"))
  var output: String

  func run() throws {
    let expected = try VaultIDOption.parse(vaultID)
    let folder = try OutputFolder(output)
    let bar = ProgressBar(
      words.opening, total: Verify.size(of: file), quiet: shared.quiet || shared.json)
    do {
      let read = try reading.read(
        file, unpack: Unpacker(folder: output), progress: { bar.update($0) })
      bar.finish()
      try Verify.report(
        read.dossier.verify(vault: expected, openedAs: read.recipient), shared: shared)
    } catch let exit as ExitCode {
      // Something false: it is shown, and stays for whoever has to look into it.
      throw exit
    } catch {
      // Not a whole dossier: nothing legible is left behind.
      folder.remove()
      throw error
    }
  }
}

/// A new or empty folder, taken away again with all that was written into it.
private struct OutputFolder {
  let path: String

  init(_ path: String) throws {
    self.path = path
    do {
      if Files.exists(path) {
        guard Files.isFolder(path), try Files.names(in: path).isEmpty else {
          throw FileError.alreadyExists
        }
      } else {
        try Files.createFolder(path, parents: true)
      }
    } catch let error as FileError {
      var failure = Failure(file: error)
      failure.detail = path
      throw failure
    }
  }

  func remove() { try? Files.removeTree(path) }
}
