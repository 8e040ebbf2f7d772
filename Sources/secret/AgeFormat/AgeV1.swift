// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Labels, sizes and limits of the age v1 format, spelled as the specification (C2SP age.md) does.
enum AgeV1 {
  static let versionPrefix = "age-encryption.org/"
  static let versionLine = "age-encryption.org/v1"
  static let stanzaPrefix = "->"
  static let macPrefix = "---"
  static let columnsPerLine = 64
  static let bytesPerLine = 48
  static let macTextCount = 43

  static let headerInfo = Array("header".utf8)
  static let payloadInfo = Array("payload".utf8)
  static let x25519Info = Array("age-encryption.org/v1/X25519".utf8)
  static let hybridInfo = Array("age-encryption.org/mlkem768x25519".utf8)
  static let scryptLabel = Array("age-encryption.org/v1/scrypt".utf8)

  static let fileKeyCount = 16
  static let wrappedKeyCount = fileKeyCount + ChaCha20Poly1305.tagCount
  static let payloadNonceCount = 16
  static let scryptSaltCount = 16
  static let chunkCount = 65_536
  static let sealedChunkCount = chunkCount + ChaCha20Poly1305.tagCount

  static let recipientPrefix = "age"
  static let identityPrefix = "AGE-SECRET-KEY-"
  static let hybridRecipientPrefix = "age1pq"
  static let hybridIdentityPrefix = "AGE-SECRET-KEY-PQ-"

  static let armorBegin = "-----BEGIN AGE ENCRYPTED FILE-----"
  static let armorEnd = "-----END AGE ENCRYPTED FILE-----"

  // Limits of this reader; the specification sets none.
  static let maximumHeaderCount = 1 << 20
  static let maximumStanzaCount = 1024
  static let maximumKeyFileCount = 1 << 20
  /// Whitespace taken before and after an armored file, as the reference implementation does.
  static let maximumArmorWhitespace = 1024
  /// Chunks in one batch of work: 1 MiB, of which a few are alive at a time.
  static let chunksPerBatch = 16
}
