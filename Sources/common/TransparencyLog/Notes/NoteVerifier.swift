// SPDX-License-Identifier: Apache-2.0
public import Sodium
internal import Hashing

/// A named Ed25519 key that verifies signed notes (C2SP signed-note, key type 0x01).
public struct NoteVerifier: Hashable, Sendable {
  static let ed25519: UInt8 = 0x01

  public let name: String
  public let keyID: UInt32
  public let publicKey: Ed25519.PublicKey

  /// - Throws: ``ProofError/malformed`` for a name that is empty or has a space or a plus.
  public init(name: String, publicKey: Ed25519.PublicKey) throws {
    guard Self.isName(name) else { throw ProofError.malformed }
    self.name = name
    self.publicKey = publicKey
    keyID = Self.keyID(name: name, key: [Self.ed25519] + publicKey.bytes)
  }

  /// From `name+hash+base64`.
  /// - Throws: ``ProofError/malformed``.
  public init(vkey: String) throws {
    let parts = vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].utf8.count == 8,
      let id = try? Hex.decode(parts[1]), let key = try? Base64.decode(parts[2], .standard),
      key.count == 33, key[0] == Self.ed25519,
      let publicKey = try? Ed25519.PublicKey(Array(key[1...]))
    else { throw ProofError.malformed }
    try self.init(name: String(parts[0]), publicKey: publicKey)
    guard id.reduce(UInt32(0), { $0 << 8 | UInt32($1) }) == keyID else {
      throw ProofError.malformed
    }
  }

  public var vkey: String {
    "\(name)+\(Hex.encode(Self.bytes(keyID)))+"
      + Base64.encode([Self.ed25519] + publicKey.bytes, .standard)
  }

  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 512
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0 != "+" && $0.value >= 32
      }
  }

  static func bytes(_ keyID: UInt32) -> [UInt8] {
    withUnsafeBytes(of: keyID.bigEndian) { Array($0) }
  }

  /// The first four bytes of SHA-256(name ‖ "\n" ‖ type and key), big-endian.
  static func keyID(name: String, key: [UInt8]) -> UInt32 {
    SHA256.hash(Array(name.utf8) + [0x0A] + key).bytes.prefix(4).reduce(0) {
      $0 << 8 | UInt32($1)
    }
  }
}

/// A named key that signs notes.
public struct NoteSigner: Sendable {
  public let verifier: NoteVerifier
  private let key: Ed25519.SigningKey

  public init(name: String, key: Ed25519.SigningKey) throws {
    verifier = try NoteVerifier(name: name, publicKey: key.publicKey)
    self.key = key
  }

  func sign(_ text: [UInt8]) -> NoteSignature {
    NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: key.sign(text))
  }
}
