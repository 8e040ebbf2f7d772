// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// A well-formed stanza of type `scrypt`.
struct ScryptStanza {
  static let type = "scrypt"
  let salt: [UInt8]
  /// Base-two logarithm of scrypt's N.
  let workFactor: Int
  let body: [UInt8]

  init(salt: [UInt8], workFactor: Int, body: [UInt8]) {
    self.salt = salt
    self.workFactor = workFactor
    self.body = body
  }

  /// `nil` for a stanza of another type.
  /// - Throws: ``AgeError/headerFailure``.
  init?(_ stanza: Stanza) throws(AgeError) {
    guard stanza.type == Self.type else { return nil }
    guard stanza.arguments.count == 2, stanza.body.count == AgeV1.wrappedKeyCount,
      let workFactor = Self.workFactor(stanza.arguments[1])
    else { throw .headerFailure }
    salt = try [UInt8](ageBase64: stanza.arguments[0])
    guard salt.count == AgeV1.scryptSaltCount else { throw .headerFailure }
    self.workFactor = workFactor
    body = stanza.body
  }

  var stanza: Stanza {
    Stanza(type: Self.type, arguments: [salt.ageBase64, String(workFactor)], body: body)
  }

  /// - Parameter workFactor: 1...62, checked by the callers against their own limits.
  static func wrapKey(passphrase: SecretBytes, salt: [UInt8], workFactor: Int) throws -> WrapKey {
    WrapKey(
      secret: try Scrypt.derive(
        passphrase: passphrase, salt: AgeV1.scryptLabel + salt, cost: 1 << UInt64(workFactor)))
  }

  /// `^[1-9][0-9]*$`, in two digits: more would be beyond any limit.
  private static func workFactor(_ text: String) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "0"),
      text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    return Int(text)
  }
}
