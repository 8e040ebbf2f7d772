// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Sodium
internal import TransparencyLog

/// Judges a dossier step by step; a later step that needs what an earlier one refused does nothing.
struct DossierJudge {
  let files: DossierFiles
  private(set) var report = DossierReport()
  private(set) var manifest: DossierManifest?
  var certificates: [DeviceID: DeviceCertificate] = [:]
  var revocations: [DeviceID: DeviceRevocation] = [:]
  var statements: [Statement] = []
  var headsByLog: [LogID: (device: DeviceID, checkpoint: Checkpoint)] = [:]
  /// The same heads as they stand there, cosignatures and all.
  var notes: [LogID: SignedCheckpoint] = [:]

  init(files: DossierFiles) { self.files = files }

  var heads: [LogHead] {
    headsByLog.map {
      LogHead(log: $0.key, size: $0.value.checkpoint.size, root: $0.value.checkpoint.root)
    }
    .sorted { $0.log < $1.log }
  }

  mutating func found(_ severity: Finding.Class, _ code: Finding.Code, _ file: String? = nil) {
    let finding = Finding(severity, code, file)
    if !report.findings.contains(finding) { report.findings.append(finding) }
  }

  mutating func wrong(_ code: Finding.Code, _ file: String? = nil) { found(.wrong, code, file) }

  // MARK: Signature and identity

  mutating func judgeSignature(expected: VaultID?, recipient: String?) {
    guard let bytes = files[DossierPaths.dossier] else {
      return wrong(.missingFile, DossierPaths.dossier)
    }
    do {
      let manifest = try DossierManifest(encoded: bytes)
      self.manifest = manifest
      report.vault = manifest.vault.text
      report.device = manifest.device.description
      report.createdAt = manifest.createdAt.description
      readDevices(manifest.vault)
      judgeInformation(manifest)
      judgeTagSignature(manifest, manifestDigest: SHA256.hash(bytes))
      judgeIdentity(manifest, expected: expected)
      judgeRecipient(manifest, recipient)
    } catch DossierError.unknownVersion {
      found(.unverifiable, .laterFormat, DossierPaths.dossier)
    } catch {
      wrong(.malformedFile, DossierPaths.dossier)
    }
  }

  /// `bag-info.txt` says what follows from the rest, and nothing else.
  private mutating func judgeInformation(_ manifest: DossierManifest) {
    let payload = files.sizes.filter { $0.key.hasPrefix("data/") }
    let oxum = Bag.payloadOxum(
      bytes: payload.values.reduce(0, +), files: payload.count)
    // Nothing signs an archive's own fields, and whoever unpacks it will see that date.
    if let root = files.root,
      root != DossierPaths.folder(manifest.createdAt)
        || files.modified != TarFormat.time(manifest.createdAt.secondsSinceEpoch)
    {
      wrong(.wrongArchive, root)
    }
    if files[DossierPaths.bagInfo]
      != DossierWriter.information(createdAt: manifest.createdAt, oxum: oxum)
    {
      wrong(.malformedFile, DossierPaths.bagInfo)
    }
  }

  private mutating func judgeTagSignature(_ manifest: DossierManifest, manifestDigest: SHA256Digest)
  {
    guard let tagManifest = files[DossierPaths.tagManifest],
      let signatureBytes = files[DossierPaths.signature],
      let keyBytes = files[DossierPaths.publicKey]
    else { return wrong(.missingFile, DossierPaths.signature) }
    guard let signature = try? MinisignSignature(parsing: signatureBytes),
      let key = try? MinisignPublicKey(file: keyBytes)
    else { return wrong(.malformedFile, DossierPaths.signature) }
    // One spelling of each: an untrusted comment is signed by nobody.
    guard signature.encoded == signatureBytes, key.file == keyBytes,
      signature.untrustedComment == RootSigned.untrustedComment
    else { return wrong(.malformedFile, DossierPaths.signature) }
    guard signature.isPrehashed, (try? signature.verify(message: tagManifest, by: key)) != nil
    else { return wrong(.badSignature, DossierPaths.signature) }
    guard
      let heads = TrustedComment.matches(
        signature.trustedComment, manifest: manifest, manifestDigest: manifestDigest)
    else { return wrong(.wrongTrustedComment, DossierPaths.signature) }
    signedHeads = heads
    guard let certificate = certificates[manifest.device], certificate.dossierMinisign == key
    else { return wrong(.uncertifiedKey, DossierPaths.publicKey) }
    if revocations[manifest.device] != nil {
      found(.unproven, .revokedDevice, DossierPaths.certificate(manifest.device))
    }
  }

  /// What the signature commits to for all logs.
  private(set) var signedHeads: SHA256Digest?

  private mutating func judgeIdentity(_ manifest: DossierManifest, expected: VaultID?) {
    if files[DossierPaths.vaultKey] != manifest.vault.minisign.file {
      wrong(
        files[DossierPaths.vaultKey] == nil ? .missingFile : .otherVault, DossierPaths.vaultKey)
    }
    judgeAuthor(manifest.vault, expected: expected, in: DossierPaths.dossier)
  }

  mutating func judgeAuthor(_ vault: VaultID, expected: VaultID?, in file: String) {
    guard let expected else { return }
    report.vaultWasGiven = true
    if expected == vault {
      report.authorConfirmed = true
    } else {
      wrong(.otherVault, file)
    }
  }

  private mutating func judgeRecipient(_ manifest: DossierManifest, _ recipient: String?) {
    guard let recipient else { return }
    let digest = DossierManifest.recipientDigest(recipient, dossier: manifest.id)
    if !manifest.recipients.contains(digest) {
      found(.notice, .notARecipient, DossierPaths.dossier)
    }
  }

  /// Certificates and revocations, each signed by the vault's root; any other file there is false.
  private mutating func readDevices(_ vault: VaultID) {
    for path in files.kept.keys.sorted() where path.hasPrefix(DossierPaths.certificates) {
      if path == DossierPaths.vaultKey { continue }
      if path.hasSuffix(DossierPaths.signature(of: "")) {
        let signed = String(path.dropLast(DossierPaths.signature(of: "").count))
        if files[signed] == nil { wrong(.missingFile, signed) }
        continue
      }
      guard let body = files[path], let signature = files[DossierPaths.signature(of: path)] else {
        wrong(.missingFile, DossierPaths.signature(of: path))
        continue
      }
      let signed = RootSigned(body: body, signature: signature)
      if let certificate = try? signed.verified(as: DeviceCertificate.self, vault: vault),
        path == DossierPaths.certificate(certificate.device)
      {
        certificates[certificate.device] = certificate
      } else if let revocation = try? signed.verified(as: DeviceRevocation.self, vault: vault),
        path == DossierPaths.revocation(revocation.device)
      {
        revocations[revocation.device] = revocation
      } else {
        wrong(.uncertifiedKey, path)
      }
    }
    for device in revocations.keys where certificates[device] == nil {
      wrong(.missingFile, DossierPaths.certificate(device))
    }
  }

  /// What is false confirms nobody.
  var verdict: DossierReport {
    var verdict = report
    verdict.authorConfirmed = report.authorConfirmed && report.ok
    return verdict
  }

  mutating func summarize(_ change: (inout DossierReport) -> Void) { change(&report) }
}
