// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import ArgumentParser
import Dossier
import DurableFiles
import Sodium
import VaultKit

/// How a dossier is opened: an identity file, or a passphrase from a file or the terminal.
struct DossierOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words.ageIdentityFileAge,
      valueName: "file"))
  var identity: String?
  @Option(
    help: ArgumentHelp(
      words.fileWhoseFirstLineDossiers,
      valueName: "file"))
  var recipientPassphraseFile: String?

  /// What was read, and for whom it was opened.
  struct Reading {
    let dossier: UnverifiedDossier
    /// `age1…`, `age1pq1…` or `scrypt`; unknown for a folder or an archive that is not encrypted.
    let recipient: String?
  }

  /// Reads a folder, an encrypted dossier or a plain archive.
  func read(
    _ path: String, unpack: Unpacker? = nil, progress: (UInt64) -> Void = { _ in }
  ) throws -> Reading {
    do {
      if Files.isFolder(path) {
        guard unpack == nil else { throw FileError.notRegularFile }
        return Reading(dossier: try DossierReader.read(folder: path), recipient: nil)
      }
      let file = try FileSource(path)
      guard try file.isEncrypted() else {
        return Reading(
          dossier: try DossierReader.read(archive: file, unpack: unpack, progress: progress),
          recipient: nil)
      }
      return try readEncrypted(file, unpack: unpack, progress: progress)
    } catch let error as FileError {
      var failure = Failure(file: error)
      failure.detail = path
      throw failure
    }
  }

  private func readEncrypted(
    _ file: FileSource, unpack: Unpacker?, progress: (UInt64) -> Void
  ) throws -> Reading {
    if let identity {
      let identities = try Self.identities(identity)
      for candidate in identities {
        guard let age = try Self.decryptor(file, candidate) else { continue }
        let dossier = try DossierReader.read(archive: age, unpack: unpack, progress: progress)
        return Reading(dossier: dossier, recipient: candidate.recipient.description)
      }
      throw AgeError.noMatch
    }
    let identity = try ScryptIdentity(passphrase: passphrase())
    let age = try AgeDecryptor(source: file, identities: [identity])
    let dossier = try DossierReader.read(archive: age, unpack: unpack, progress: progress)
    return Reading(dossier: dossier, recipient: "scrypt")
  }

  /// `nil` when the file is not for this identity.
  private static func decryptor(
    _ file: FileSource, _ identity: KeyIdentity
  ) throws -> AgeDecryptor? {
    file.rewind()
    do {
      return try AgeDecryptor(source: file, identities: [identity])
    } catch AgeError.noMatch {
      return nil
    }
  }

  private func passphrase() throws -> SecretBytes {
    if let recipientPassphraseFile {
      return try SharedOptions.firstLine(of: recipientPassphraseFile)
    }
    guard let terminal = Terminal() else {
      throw Failure(
        .usage, "identity", words.dossierEncrypted,
        words.giveIdentityFileRecipient)
    }
    return try terminal.readSecret(
      words.dossiersPassphrase)
  }

  static func identities(_ path: String) throws -> [KeyIdentity] {
    var bytes = try SharedOptions.contents(of: path, limit: 1 << 20)
    defer { Memory.wipe(&bytes) }
    return try IdentityFile(bytes).identities
  }
}
