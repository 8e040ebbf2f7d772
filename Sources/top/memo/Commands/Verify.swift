// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dossier
import DurableFiles
import Remote
import TransparencyLog
import VaultKit

/// `memo verify`: says what is false, what cannot be checked today, what is not proven. Needs no vault.
struct Verify: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "verify", words.verifiesDossierReceived,
      words.encryptedDossierUnpackedFolder,
      examples: [
        "memo verify dossier.tar.age --identity cle.txt --vault-id \"RWQ…\"",
        "memo verify dossier/",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var reading: DossierOptions
  @Argument(help: ArgumentHelp(words.fileFolder)) var path: String
  @Option(
    help: ArgumentHelp(
      words.vaultsIdentityReceivedHand,
      valueName: "id"))
  var vaultID: String?
  @Option(help: ArgumentHelp(words.serverKeyOption, valueName: "vkey"))
  var serverKey: [String] = []

  func run() throws {
    let expected = try VaultIDOption.parse(vaultID)
    let cosigners = try serverKey.map { key in
      guard let cosigner = try? CosignatureVerifier(vkey: key) else {
        throw Failure(.usage, "server-key", words.serverKeyMalformed, words.serverKeyMalformedHint)
      }
      return cosigner
    }
    if let proof = try Self.proof(at: path) {
      return try Self.report(proof.verify(vault: expected), shared: shared)
    }
    let bar = ProgressBar(
      words.verifying, total: Self.size(of: path),
      quiet: shared.quiet || shared.json)
    let read = try reading.read(path, progress: { bar.update($0) })
    bar.finish()
    try Self.report(
      read.dossier.verify(vault: expected, openedAs: read.recipient, cosigners: cosigners),
      shared: shared)
  }

  /// What `memo prove` wrote; `nil` for anything else.
  private static func proof(at path: String) throws -> ProofFile? {
    guard !Files.isFolder(path),
      let file = try? OpenFile.reading(path, followingLinks: true),
      let beginning = try? file.read(count: 32, at: 0), ProofFile.isLikely(beginning)
    else { return nil }
    do {
      return try ProofFile(
        encoded: Files.read(path, limit: ProofFile.limit, followingLinks: true))
    } catch DossierError.unknownVersion {
      throw Failure(vault: .laterVersion)
    } catch {
      throw Failure(
        .data, "damaged", words.notIntactProof,
        words.keepFileReceivedAsk)
    }
  }

  private static func report(_ proof: ProofReport, shared: SharedOptions) throws {
    if shared.json {
      try Output.json(proof.jsonObject)
    } else if !shared.quiet || !proof.report.ok {
      print(proof.text)
    }
    if !proof.report.ok { throw ExitCode(Failure.Code.data.rawValue) }
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
        words.vaultsIdentityCannotRead,
        words.vaultIDShape)
    }
    return id
  }
}
