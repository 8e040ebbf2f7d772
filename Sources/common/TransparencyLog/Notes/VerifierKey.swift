// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium

/// A named Ed25519 key of one signature type: what a vkey says.
struct VerifierKey: Hashable, Sendable {
  /// Signature types of signed-note, "Signature types".
  enum Algorithm: UInt8 {
    case ed25519 = 0x01
    case cosignature = 0x04
  }

  /// No vkey of a sensible name is longer.
  private static let maximumCount = 4096

  let name: KeyName
  let algorithm: Algorithm
  let publicKey: Ed25519.PublicKey
  let keyID: UInt32

  init(name: String, algorithm: Algorithm, publicKey: Ed25519.PublicKey) throws {
    self.name = try KeyName(name)
    self.algorithm = algorithm
    self.publicKey = publicKey
    keyID = Self.keyID(name: self.name, [algorithm.rawValue] + publicKey.bytes)
  }

  /// Parses `name+id+key`: the id eight lower-case hexadecimal digits, the key base64 of type ‖ key.
  init(vkey: String, algorithm: Algorithm) throws {
    let parts = vkey.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard vkey.utf8.count <= Self.maximumCount, parts.count == 3, parts[1].count == 8,
      let id = try? Hex.decode(Substring(parts[1])),
      let key = try? Base64.decode(Substring(parts[2]), .standard), !key.isEmpty
    else { throw NoteError.malformedKey }
    let name = try KeyName(String(Substring(parts[0])))
    guard id.bigEndian == Self.keyID(name: name, key) else { throw NoteError.keyIDMismatch }
    guard key[0] == algorithm.rawValue else { throw NoteError.unknownAlgorithm }
    guard let publicKey = try? Ed25519.PublicKey(Array(key.dropFirst())) else {
      throw NoteError.malformedKey
    }
    try self.init(name: name.string, algorithm: algorithm, publicKey: publicKey)
  }

  var vkey: String {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
    let key = Base64.encode([algorithm.rawValue] + publicKey.bytes, .standard)
    return "\(name.string)+\(Hex.encode(id))+\(key)"
  }

  /// Whether a signature line claims to be this key's.
  func isNamed(by signature: NoteSignature) -> Bool {
    signature.keyID == keyID && signature.keyName == name
  }

  /// SHA-256(name ‖ 0x0A ‖ type ‖ key), its first four bytes.
  static func keyID(name: KeyName, _ key: [UInt8]) -> UInt32 {
    SHA256.hash(name.bytes + [0x0A] + key).bytes[..<4].bigEndian
  }
}

extension Collection<UInt8> {
  /// The number that these bytes, at most as many as it has, spell big-endian.
  var bigEndian: UInt32 { reduce(0) { $0 << 8 | UInt32($1) } }
}
