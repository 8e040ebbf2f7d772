// SPDX-License-Identifier: Apache-2.0
internal import HybridKEM

/// A well-formed stanza of type `mlkem768x25519`.
struct HybridStanza {
  static let type = "mlkem768x25519"
  let message: HybridMessage

  init(message: HybridMessage) { self.message = message }

  /// `nil` for a stanza of another type.
  /// - Throws: ``AgeError/headerFailure``.
  init?(_ stanza: Stanza) throws(AgeError) {
    guard stanza.type == Self.type else { return nil }
    // The length is checked before anything is opened, against partitioning oracles.
    guard stanza.arguments.count == 1, stanza.body.count == AgeV1.wrappedKeyCount else {
      throw .headerFailure
    }
    let encapsulatedKey = try [UInt8](ageBase64: stanza.arguments[0])
    guard encapsulatedKey.count == HybridKEM.encapsulatedKeyCount else { throw .headerFailure }
    message = HybridMessage(encapsulatedKey: encapsulatedKey, ciphertext: stanza.body)
  }

  var stanza: Stanza {
    Stanza(
      type: Self.type, arguments: [message.encapsulatedKey.ageBase64], body: message.ciphertext)
  }
}
