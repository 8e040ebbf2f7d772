// SPDX-License-Identifier: Apache-2.0
public import Evidence
internal import Hashing
public import Remote
public import Sodium
public import TransparencyLog

/// Everything that goes into a dossier, gathered by whoever has the vault.
public struct DossierSource: Sendable {
  /// A disclosed statement and the proof of its place.
  public struct Shown: Sendable {
    public let statement: Statement
    public let proof: TLogProof

    public init(statement: Statement, proof: TLogProof) {
      self.statement = statement
      self.proof = proof
    }
  }

  /// A device concerned: its certificate, and its revocation if any.
  public struct Device: Sendable {
    public let id: DeviceID
    public let certificate: RootSigned
    public let revocation: RootSigned?

    public init(id: DeviceID, certificate: RootSigned, revocation: RootSigned?) {
      self.id = id
      self.certificate = certificate
      self.revocation = revocation
    }
  }

  public let id: DossierID
  public let vault: VaultID
  /// The exporting device.
  public let device: DeviceID
  public let dossierKey: Ed25519.SigningKey
  public let createdAt: RecordedAt
  public let shown: [Shown]
  public let devices: [Device]
  /// Of every log that the device holds.
  public let heads: [LogHead]
  public var purpose = DossierManifest.Purpose.avocat
  public var language = "fr"
  public var cover: [String: String] = [:]
  public var selection = DossierManifest.Selection()
  public var otherEntries: Int?
  /// Pieces whose original stays behind, and copies that go with or instead of one.
  public var handling: [PieceID: PieceHandling] = [:]
  /// The texts of the recipients (`age1…`, or `scrypt`).
  public var recipients: [String] = []

  public init(
    id: DossierID, vault: VaultID, device: DeviceID, dossierKey: Ed25519.SigningKey,
    createdAt: RecordedAt, shown: [Shown], devices: [Device], heads: [LogHead]
  ) {
    self.id = id
    self.vault = vault
    self.device = device
    self.dossierKey = dossierKey
    self.createdAt = createdAt
    self.shown = shown
    self.devices = devices
    self.heads = heads
  }

  /// One hash that commits to every head without naming its log (Format.md §8).
  static func digest(of heads: [LogHead], dossier: DossierID) -> SHA256Digest {
    SHA256.hash(
      heads.sorted { $0.log < $1.log }.reduce(into: dossier.bytes) { bytes, head in
        bytes += head.log.bytes + head.size.littleEndianBytes + head.root.bytes
      })
  }
}
