// SPDX-License-Identifier: Apache-2.0

/// A known-answer test of every primitive, to be run before a vault opens: a library that was
/// miscompiled, replaced or broken must not touch anything that cannot be had again.
///
/// Takes a few milliseconds. That it runs once in a process is the caller's business.
public enum KnownAnswers {
  public enum Primitive: String, CaseIterable, Sendable {
    case xchacha20Poly1305, chacha20Poly1305, blake2b, keyedBlake2b, ed25519, x25519, hmacSHA256
    case hkdfSHA256, argon2id, scrypt
  }

  /// Lower-case hexadecimal. Made with OpenSSL, CPython's hashlib and libsodium, wherever possible
  /// with two of them.
  public static let answers: [Primitive: String] = [
    .xchacha20Poly1305: "ffa06c35da6fa925c0cb3190456e8fdad3eecb",
    .chacha20Poly1305: "e8996b6ace55158db78279655402c31fa6688b",
    .blake2b: "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
    .keyedBlake2b: "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f",
    .ed25519: "cc46d62d3754f41754b27b6ea2cb2c272bafa7a5a1f6062bd060f414e50caaea"
      + "c2da66ad39cef4424a90236ea907b7d8057e3443dc5abfc9986967ee7213a407",
    .x25519: "9663aa1da97e848a914a436d04163dfbb89178f107f1b5b77ed3854203382854",
    .hmacSHA256: "f0133729c4163dede81e21cd47839256da58171238c8a0d874397c73b14e1e47",
    .hkdfSHA256: "01c15460bd156bf275be7d6fbea49cac07b944871486866c"
      + "a695209f48555e031e8d7ca0d9c2518780bd095564f0f0fc",
    .argon2id: "50647b4a8de8fea8dbbd96d2c84064fd7c8515745508aa5d2ff0fd05018d9083",
    .scrypt: "7bab6695e22e367202f189117b11bd5715d6e5533d18e1a2355dccd52b6e2555",
  ]

  /// Runs every primitive on fixed inputs.
  /// - Parameter answers: the expected results; a test passes wrong ones.
  /// - Throws: ``SodiumError/selfTest(_:)`` with the primitive's name.
  public static func check(against answers: [Primitive: String] = answers) throws {
    for primitive in Primitive.allCases {
      guard try Hex.encode(result(of: primitive)) == answers[primitive] else {
        throw SodiumError.selfTest(primitive.rawValue)
      }
    }
  }

  private static let message = Array("abc".utf8)
  private static let data = Array("memo".utf8)

  /// 0, 1, 2, …
  private static func counting(_ count: UInt8, from start: UInt8 = 0) -> [UInt8] {
    Array(start..<start + count)
  }

  private static func result(of primitive: Primitive) throws -> [UInt8] {
    let key = try SecretBytes(copying: counting(32))
    switch primitive {
    case .xchacha20Poly1305: return try xchacha(key)
    case .chacha20Poly1305: return try chacha(key)
    case .blake2b: return BLAKE2b.hash(message)
    case .keyedBlake2b: return try BLAKE2b.derive(key: key, message: message).copied
    case .ed25519: return try signature(key)
    case .x25519: return try agreement(key)
    case .hmacSHA256: return HMACSHA256.tag(of: message, key: key)
    case .hkdfSHA256:
      return try HMACSHA256.hkdf(inputKey: key, salt: Array("salt".utf8), info: data, count: 48)
        .copied
    case .argon2id:
      return try Argon2id.derive(
        passphrase: SecretBytes(copying: message), salt: counting(16), iterations: 1, memoryKiB: 64
      ).copied
    case .scrypt:
      return try Scrypt.derive(
        passphrase: SecretBytes(copying: message), salt: counting(16), cost: 16
      ).copied
    }
  }

  private static func xchacha(_ key: SecretBytes) throws -> [UInt8] {
    let nonce = counting(24)
    var sealed = try XChaCha20Poly1305.seal(message, key: key, nonce: nonce, authenticating: data)
    let opened = try XChaCha20Poly1305.open(sealed, key: key, nonce: nonce, authenticating: data)
    guard opened == message else { return [] }
    let answer = sealed
    sealed[0] ^= 1
    return try refused {
      _ = try XChaCha20Poly1305.open(sealed, key: key, nonce: nonce, authenticating: data)
    } ? answer : []
  }

  private static func chacha(_ key: SecretBytes) throws -> [UInt8] {
    let nonce = counting(12)
    let secret = try SecretBytes(copying: message)
    var sealed = try ChaCha20Poly1305.seal(secret, key: key, nonce: nonce, authenticating: data)
    let opened = try ChaCha20Poly1305.openSecret(
      sealed, key: key, nonce: nonce, authenticating: data)
    guard opened == secret else { return [] }
    let answer = sealed
    sealed[0] ^= 1
    return try refused {
      _ = try ChaCha20Poly1305.openSecret(sealed, key: key, nonce: nonce, authenticating: data)
    } ? answer : []
  }

  private static func signature(_ seed: SecretBytes) throws -> [UInt8] {
    let key = try Ed25519.SigningKey(seed: seed)
    let signature = key.sign(message)
    var forged = signature
    forged[0] ^= 1
    guard key.publicKey.isValid(signature: signature, of: message),
      !key.publicKey.isValid(signature: forged, of: message),
      !key.publicKey.isValid(signature: signature, of: data)
    else { return [] }
    return signature
  }

  private static func agreement(_ scalar: SecretBytes) throws -> [UInt8] {
    let other = try SecretBytes(copying: counting(32, from: 32))
    let shared = try X25519.sharedSecret(scalar: scalar, publicKey: X25519.publicKey(of: other))
    let mirrored = try X25519.sharedSecret(scalar: other, publicKey: X25519.publicKey(of: scalar))
    let zero = [UInt8](repeating: 0, count: X25519.keyCount)
    guard shared == mirrored,
      try refused({ _ = try X25519.sharedSecret(scalar: scalar, publicKey: zero) })
    else { return [] }
    return shared.copied
  }

  /// Whether `body` refuses its input as forged or degenerate; any other failure is passed on.
  private static func refused(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return false
    } catch SodiumError.forged, SodiumError.invalidPublicKey {
      return true
    }
  }
}

extension SecretBytes {
  /// A known answer is no secret.
  fileprivate var copied: [UInt8] { withUnsafeBytes { Array($0) } }
}
