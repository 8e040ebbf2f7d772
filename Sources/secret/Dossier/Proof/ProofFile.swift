// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Remote
public import TransparencyLog

/// One statement, what is disclosed of it, and the proof of its place, in one file (Format.md §8.3).
/// Read, and not yet judged.
public struct ProofFile: Equatable, Sendable {
  static let version: Int64 = 1
  /// Openings may be 1 MiB and a proof 2 MiB; the rest is small.
  public static let limit = 4 << 20

  public let vault: VaultID
  /// Of the device that recorded it.
  public let certificate: RootSigned
  public let revocation: RootSigned?
  let header: [UInt8]
  let openings: [UInt8]
  let proof: [UInt8]

  /// - Parameter statement: a disclosed one.
  public init(
    vault: VaultID, certificate: RootSigned, revocation: RootSigned?, statement: Statement,
    proof: TLogProof
  ) {
    self.vault = vault
    self.certificate = certificate
    self.revocation = revocation
    header = statement.header.encoded
    openings = statement.encodedOpenings
    self.proof = proof.encoded
  }

  /// Whether a file begins as one of these does.
  public static func isLikely(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: #"{"certificate":"#.utf8)
  }

  /// The canonical bytes.
  public func encoded() throws -> [UInt8] {
    func text(_ bytes: [UInt8]) -> JSONValue { .string(String(decoding: bytes, as: UTF8.self)) }
    var object = try JSONObject([
      "certificate": text(certificate.body),
      "certificate_signature": text(certificate.signature), "header": text(header),
      "openings": .array(openings.split(separator: 0x0A).map { text(Array($0)) }),
      "proof": text(proof), "type": .string("proof"), "vault": .string(vault.text),
      "version": .integer(Self.version),
    ])
    if let revocation {
      object["revocation"] = text(revocation.body)
      object["revocation_signature"] = text(revocation.signature)
    }
    return try CanonicalJSON.encode(.object(object))
  }

  /// - Throws: ``DossierError/malformed``, ``DossierError/unknownVersion``.
  public init(encoded bytes: [UInt8]) throws {
    self = try VersionedDocument.read(
      bytes, type: "proof", version: Self.version, limit: Self.limit, Self.init)
  }

  private init(_ object: JSONObject) throws {
    try object.requireOnly(keys: [
      "certificate", "certificate_signature", "header", "openings", "proof", "revocation",
      "revocation_signature", "type", "vault", "version",
    ])
    func bytes(_ key: String) throws -> [UInt8] { Array(try object.string(key).utf8) }
    let revocation = try object.optionalString("revocation")
    let signature = try object.optionalString("revocation_signature")
    guard (revocation == nil) == (signature == nil) else { throw DossierError.malformed }
    vault = try VaultID(document: object.string("vault"))
    certificate = RootSigned(
      body: try bytes("certificate"), signature: try bytes("certificate_signature"))
    self.revocation = revocation.map {
      RootSigned(body: Array($0.utf8), signature: Array((signature ?? "").utf8))
    }
    header = try bytes("header")
    proof = try bytes("proof")
    openings = try object.array("openings").flatMap { value in
      guard case .string(let line) = value else { throw DossierError.malformed }
      return Array(line.utf8) + [0x0A]
    }
  }
}
