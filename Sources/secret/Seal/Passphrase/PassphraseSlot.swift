// SPDX-License-Identifier: Apache-2.0
internal import Remote
public import Sodium

/// The unlock key, wrapped under the passphrase and the device secret (Format.md §2.2).
public struct PassphraseSlot: Equatable, Sendable {
  public static let encodedCount = 170
  static let magic: [UInt8] = Array("memoslt".utf8) + [1]
  static let argon2id: UInt8 = 1
  private static let parametersCount = 49

  /// The whole slot, its checksum verified.
  public let encoded: [UInt8]
  public let cost: PassphraseCost
  /// Which `device.secret` it wants.
  public var deviceSecretID: [UInt8] { Array(encoded[33..<49]) }

  /// Wraps `unlockKey`.
  public init(
    wrapping unlockKey: UnlockKey, passphrase: SecretBytes, deviceSecret: DeviceSecret,
    cost: PassphraseCost, random: any RandomSource
  ) throws {
    let parameters =
      Self.magic + [Self.argon2id] + cost.iterations.littleEndianBytes
      + cost.memoryKiB.littleEndianBytes + random.bytes(Argon2id.saltCount) + deviceSecret.id
    let key = try Self.keyEncryptionKey(parameters, passphrase, deviceSecret, cost)
    let wrap = try Wrap.seal(
      unlockKey.secret, under: key, purpose: .wrapUnlockKey, context: parameters, random: random)
    encoded = parameters + wrap + Self.checksum(parameters + wrap)
    self.cost = cost
  }

  /// - Throws: ``SealError/damaged`` for a wrong checksum, ``SealError/costOutOfRange`` before anything
  ///   is derived.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count == Self.encodedCount,
      Memory.equal(Self.checksum(Array(bytes[..<154])), Array(bytes[154...])),
      bytes.prefix(7) == Self.magic.prefix(7)
    else { throw SealError.damaged }
    guard bytes[7] == Self.magic[7], bytes[8] == Self.argon2id else {
      throw SealError.unknownVersion
    }
    guard let iterations = UInt32(littleEndianBytes: bytes[9..<13]),
      let memory = UInt32(littleEndianBytes: bytes[13..<17])
    else { throw SealError.damaged }
    cost = try PassphraseCost(iterations: iterations, memoryKiB: memory)
    encoded = bytes
  }

  /// - Throws: ``SealError/wrongKey`` for another passphrase or device secret.
  public func open(passphrase: SecretBytes, deviceSecret: DeviceSecret) throws -> UnlockKey {
    let parameters = Array(encoded[..<Self.parametersCount])
    let key = try Self.keyEncryptionKey(parameters, passphrase, deviceSecret, cost)
    return try UnlockKey(
      Wrap.open(
        Array(encoded[Self.parametersCount..<154]), under: key, purpose: .wrapUnlockKey,
        context: parameters))
  }

  private static func keyEncryptionKey(
    _ parameters: [UInt8], _ passphrase: SecretBytes, _ deviceSecret: DeviceSecret,
    _ cost: PassphraseCost
  ) throws -> SecretBytes {
    let stretched = try Argon2id.derive(
      passphrase: passphrase, salt: Array(parameters[17..<33]),
      iterations: Int(cost.iterations), memoryKiB: Int(cost.memoryKiB))
    return try BLAKE2b.derive(
      key: deviceSecret.secret, message: Label.kek.bytes, secret: stretched)
  }

  private static func checksum(_ body: [UInt8]) -> [UInt8] {
    Array(BLAKE2b.hash(Label.slotChecksum.bytes + body).prefix(16))
  }
}
