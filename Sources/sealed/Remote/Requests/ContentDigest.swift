// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import RawStructuredFieldValues
internal import Sodium

/// The value of `Content-Digest` (RFC 9530): `sha-256=:<base64>:`, of the body as it is sent.
enum ContentDigest {
  static let algorithm = "sha-256"

  static func value(of body: [UInt8]) -> String {
    "\(algorithm)=:\(Base64.encode(SHA256.hash(body).bytes, .standard)):"
  }

  /// Whether a field value has the right SHA-256; other algorithms beside it are passed over.
  static func isRight(_ value: String, for body: [UInt8]) -> Bool {
    var parser = StructuredFieldValueParser(Array(value.utf8))
    guard let members = try? parser.parseDictionaryFieldValue(),
      case .item(let item)? = members[algorithm],
      case .undecodedByteSequence(let text) = item.rfc9651BareItem,
      let digest = try? Base64.decode(text, .standard)
    else { return false }
    return digest == SHA256.hash(body).bytes
  }
}
