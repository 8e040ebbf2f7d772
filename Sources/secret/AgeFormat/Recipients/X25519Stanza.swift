// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// A well-formed stanza of type `X25519`.
struct X25519Stanza {
  static let type = "X25519"
  let share: [UInt8]
  let body: [UInt8]

  init(share: [UInt8], body: [UInt8]) {
    self.share = share
    self.body = body
  }

  /// `nil` for a stanza of another type.
  /// - Throws: ``AgeError/headerFailure``.
  init?(_ stanza: Stanza) throws(AgeError) {
    guard stanza.type == Self.type else { return nil }
    guard stanza.arguments.count == 1, stanza.body.count == AgeV1.wrappedKeyCount else {
      throw .headerFailure
    }
    share = try [UInt8](ageBase64: stanza.arguments[0])
    body = stanza.body
    guard share.count == X25519.keyCount else { throw .headerFailure }
  }

  var stanza: Stanza { Stanza(type: Self.type, arguments: [share.ageBase64], body: body) }

  static func wrapKey(
    sharedSecret: SecretBytes, share: [UInt8], recipient: [UInt8]
  ) throws -> WrapKey {
    WrapKey(
      secret: try HMACSHA256.hkdf(
        inputKey: sharedSecret, salt: share + recipient, info: AgeV1.x25519Info,
        count: ChaCha20Poly1305.keyCount))
  }
}
