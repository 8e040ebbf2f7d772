// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Sodium
import TestSupport
import VaultKit

/// Who gets the dossiers of these tests.
enum Recipient {
  static let identity = {
    guard let identity = try? X25519Identity.generate(random: SeededRandom(seed: "recipient"))
    else { preconditionFailure("an identity can be made of any 32 bytes") }
    return identity
  }()

  /// Everything that `vault` has, for this recipient.
  @discardableResult
  static func dossier(
    of vault: Vault, at path: String, despiteDamage: Bool = false
  ) async throws -> ExportResult {
    var request = ExportRequest()
    request.despiteDamage = despiteDamage
    request.recipients = [(identity.recipient, identity.recipient.description)]
    return try await vault.export(request, to: path)
  }

  static func open(_ sealed: [UInt8]) throws -> [UInt8] {
    let age = try AgeDecryptor(source: ArraySource(sealed), identities: [identity])
    var bytes: [UInt8] = []
    while let chunk = try age.nextChunk() { bytes += chunk }
    return bytes
  }

  static func read(_ sealed: [UInt8]) throws -> UnverifiedDossier {
    try DossierReader.read(archive: ArraySource(open(sealed)))
  }
}
