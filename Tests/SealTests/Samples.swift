// SPDX-License-Identifier: Apache-2.0
import Evidence
import Remote
import Sodium
import TestSupport
import TransparencyLog

@testable import Seal

/// A vault's secrets, the same in every run.
struct Samples {
  let random: SeededRandom
  let recovery: RecoverySecret
  let ring: KeyRing
  let log: LogID
  var vault: VaultID { recovery.vault }

  init(_ seed: String = "seal", epochs: Int = 1) throws {
    random = SeededRandom(seed: seed)
    recovery = try RecoverySecret(random: random)
    let random = random
    ring = try KeyRing(
      newDeviceOf: recovery, epochs: (0..<epochs).map { _ in try EpochKey(random: random) },
      random: random)
    log = try LogID(random: random)
  }

  func statement(_ text: String = "texte", sequence: UInt64 = 0) throws -> Statement {
    try StatementDraft(
      .entryLogged, subject: SubjectID(random: random), fields: [(.text, .string(text))]
    ).statement(
      device: ring.device, log: log, sequence: sequence,
      recordedAt: RecordedAt(secondsSinceEpoch: 1_700_000_000, offsetSeconds: 0), random: random)
  }

  func certificate(_ ring: KeyRing) throws -> RootSigned {
    try recovery.sign(
      DeviceCertificate(
        vault: vault, createdAt: "2026-01-02T03:04:05+01:00", log: ring.log.publicKey,
        request: ring.request.publicKey, dossier: ring.dossier.publicKey))
  }

  // MARK: Format.md in primitives

  /// `L(name)`, spelled out.
  static func label(_ name: String) -> [UInt8] { Array("memo/v1/\(name)\0".utf8) }

  /// `B(key, L(label) ‖ context)`.
  static func derive(
    _ key: SecretBytes, _ label: String, _ context: [UInt8] = []
  ) throws -> SecretBytes {
    try BLAKE2b.derive(key: key, message: self.label(label) + context)
  }

  static func bytes(_ secret: SecretBytes) -> [UInt8] { secret.withUnsafeBytes { Array($0) } }

  static func secret(_ text: String) throws -> SecretBytes {
    try SecretBytes(copying: Array(text.utf8))
  }

  /// Opens a wrap by Format.md §2.1.
  static func unwrap(
    _ wrap: [UInt8], _ key: SecretBytes, _ purpose: String, _ context: [UInt8]
  ) throws -> [UInt8] {
    let (nonce, commitment) = (Array(wrap[1..<25]), Array(wrap[25..<57]))
    let label = label(purpose)
    guard wrap[0] == 1,
      try bytes(derive(key, "wrap-commitment", label + nonce + context)) == commitment
    else { throw SealError.wrongKey }
    return try XChaCha20Poly1305.open(
      Array(wrap[57...]), key: derive(key, "wrap-encryption", label + nonce), nonce: nonce,
      authenticating: label + context)
  }
}
