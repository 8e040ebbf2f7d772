// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// The 128-bit key of one file, from which its header MAC and payload keys are derived.
struct FileKey: Sendable {
  let secret: SecretBytes

  /// `nil` unless there are 16 bytes.
  init?(_ secret: SecretBytes) {
    guard secret.count == AgeV1.fileKeyCount else { return nil }
    self.secret = secret
  }

  /// "16 bytes of CSPRNG output", for one file only.
  static func generate(random: some RandomSource) throws -> FileKey {
    guard let key = FileKey(try random.secret(AgeV1.fileKeyCount)) else {
      throw SodiumError.invalidLength
    }
    return key
  }

  func headerMAC(of header: [UInt8]) throws -> [UInt8] {
    HMACSHA256.tag(of: header, key: try derive(salt: [], info: AgeV1.headerInfo))
  }

  /// Whether `mac` is the header's, compared in constant time.
  func isHeaderMAC(_ mac: [UInt8], of header: [UInt8]) throws -> Bool {
    Memory.equal(mac, try headerMAC(of: header))
  }

  func payloadKey(nonce: [UInt8]) throws -> SecretBytes {
    try derive(salt: nonce, info: AgeV1.payloadInfo)
  }

  private func derive(salt: [UInt8], info: [UInt8]) throws -> SecretBytes {
    try HMACSHA256.hkdf(
      inputKey: secret, salt: salt, info: info, count: ChaCha20Poly1305.keyCount)
  }
}
