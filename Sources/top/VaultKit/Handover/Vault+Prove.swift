// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Evidence
internal import Remote
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Writes the newest statement of an entry, its disclosed openings and the proof of its place, as one
  /// canonical JSON file (Format.md §8.3).
  public func prove(_ reference: String, to path: String) throws {
    try VaultError.mapping {
      guard !Files.exists(path) else { throw VaultError.outputExists }
      guard let statement = try entry(reference).latest?.statement else {
        throw VaultError.notFound
      }
      let trusted = try TrustedState(store.state())
      guard
        let device = trusted.boot.devices.first(where: { $0.id == statement.header.device }),
        let proof = try proofs(for: [statement], trusted: trusted).first
      else { throw VaultError.damaged("certificate") }
      func text(_ bytes: [UInt8]) -> JSONValue { .string(String(decoding: bytes, as: UTF8.self)) }
      let object = try JSONObject([
        "certificate": text(device.certificate.body),
        "certificate_signature": text(device.certificate.signature),
        "header": text(statement.header.encoded),
        "openings": .array(
          try Disclosure().filter(statement).openings.map { .string($0.disclosure) }),
        "proof": text(proof.encoded), "type": .string("proof"), "vault": .string(id.text),
        "version": .integer(1),
      ])
      try Files.replace(path, with: CanonicalJSON.encode(.object(object)))
    }
  }
}
