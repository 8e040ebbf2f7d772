// SPDX-License-Identifier: Apache-2.0
internal import Dossier
internal import DurableFiles
internal import Evidence
internal import Remote
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Writes the newest statement of an entry, its disclosed openings and the proof of its place, as one
  /// canonical JSON file (Format.md §8.3). Reads the records themselves, as an export does.
  /// - Throws: ``VaultError/outputExists``; nothing is left at `path` when it fails.
  public func prove(_ reference: String, to path: String) throws {
    try VaultError.mapping {
      guard let statement = try entry(reference).latest?.statement else {
        throw VaultError.notFound
      }
      let trusted = try TrustedState(store.state())
      guard
        let device = trusted.boot.devices.first(where: { $0.id == statement.header.device }),
        let proof = try proofs(for: [statement], trusted: trusted).first
      else { throw VaultError.damaged("certificate") }
      var all: [Statement] = []
      // What another version hides is disclosed by none, so all of them must have been read.
      if let problem = try forEachStatement({ all.append($0) }).first { throw problem.code.damage }
      let file = ProofFile(
        vault: id, certificate: device.certificate, revocation: device.revocation,
        statement: try Disclosure(Fold(all)).filter(statement), proof: proof)
      do { try Files.create(path, with: file.encoded()) } catch FileError.alreadyExists {
        throw VaultError.outputExists
      } catch FileError.notFound {
        throw VaultError.outputFolderMissing
      }
    }
  }
}
