// SPDX-License-Identifier: Apache-2.0

/// Every label of the formats (Format.md §10), each for one derivation, wrap or AAD. They stand here,
/// on the floor that every other one may import, so that two purposes cannot share one by accident.
public enum Label: String, CaseIterable, Sendable {
  case minisignKeyID = "minisign-key-id"
  case rootSeed = "root-seed"
  case escrowKey = "escrow-key"
  case deviceSubkey = "device-subkey"
  case deviceKey = "device-key"
  case kitIdentifier = "kit-identifier"
  case deviceID = "device-id"
  case epochID = "epoch-id"
  case recordKey = "record-key"
  case attachmentWrapKey = "attachment-wrap-key"
  case wrapCommitment = "wrap-commitment"
  case wrapEncryption = "wrap-encryption"
  case wrapEscrowEpoch = "wrap/escrow-epoch"
  case wrapDeviceEpoch = "wrap/device-epoch"
  case wrapUnlockKey = "wrap/unlock-key"
  case wrapKeyRing = "wrap/key-ring"
  case wrapPendingRecovery = "wrap/pending-recovery"
  case wrapAttachmentKey = "wrap/attachment-key"
  case deviceSecretChecksum = "device-secret-checksum"
  case deviceSecretID = "device-secret-id"
  case slotChecksum = "slot-checksum"
  case kek = "kek"
  case record = "record"
  case chunk = "chunk"
  case chunkDataKey = "chunk-data-key"
  case chunkListKey = "chunk-list-key"
  case local = "local"
  case localKey = "local-key"

  /// `memo/v1/<name>` and one zero byte, so that no label is the beginning of another.
  public var bytes: [UInt8] { Array("memo/v1/\(rawValue)".utf8) + [0] }
}
