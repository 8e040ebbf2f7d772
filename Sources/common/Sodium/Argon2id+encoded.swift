// SPDX-License-Identifier: Apache-2.0
import CSodium

extension Argon2id {
  /// Whether `encoded` (`$argon2id$v=19$…`, at most 127 characters) is of `passphrase`. Only for the
  /// reference vectors, whose eight-byte salts ``derive(passphrase:salt:iterations:memoryKiB:count:)``
  /// does not take.
  package static func matches(_ passphrase: SecretBytes, encoded: String) -> Bool {
    let text = encoded.utf8.map { CChar(bitPattern: $0) }
    guard text.count < Int(crypto_pwhash_strbytes()) else { return false }
    return passphrase.withUnsafeBytes { passphrase in
      crypto_pwhash_str_verify(
        text + [0], UnsafeRawPointer(passphrase.bytes).assumingMemoryBound(to: CChar.self),
        UInt64(passphrase.count)) == 0
    }
  }
}
