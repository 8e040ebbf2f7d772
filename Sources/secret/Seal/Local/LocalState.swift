// SPDX-License-Identifier: Apache-2.0
public import Remote
public import Sodium

extension UnlockKey {
  /// Seals something that stays on this device, such as a draft (Format.md §7.1): padded like a record,
  /// under a key of its name's own.
  /// - Throws: ``SealError/tooLarge`` beyond 1 MiB.
  public func seal(
    local payload: [UInt8], as name: String, vault: VaultID, random: any RandomSource
  ) throws -> [UInt8] {
    guard payload.count <= Self.localLimit else { throw SealError.tooLarge }
    var plaintext = UInt32(payload.count).littleEndianBytes + payload
    plaintext += [UInt8](repeating: 0, count: Padding.record(plaintext.count) - plaintext.count)
    defer { Memory.wipe(&plaintext) }
    let nonce = random.bytes(XChaCha20Poly1305.nonceCount)
    let ciphertext = try XChaCha20Poly1305.seal(
      plaintext, key: secret.derive(.localKey, Array(name.utf8)), nonce: nonce,
      authenticating: Self.localContext(name, vault))
    return [Self.localVersion] + nonce + ciphertext
  }

  /// - Throws: ``SealError/damaged`` for other bytes, another name or another vault.
  public func open(local bytes: [UInt8], as name: String, vault: VaultID) throws -> [UInt8] {
    let prefix = 1 + XChaCha20Poly1305.nonceCount
    guard bytes.count >= prefix + Padding.recordFloor + XChaCha20Poly1305.tagCount else {
      throw SealError.damaged
    }
    guard bytes[0] == Self.localVersion else { throw SealError.unknownVersion }
    var plaintext: [UInt8]
    do {
      plaintext = try XChaCha20Poly1305.open(
        Array(bytes[prefix...]), key: secret.derive(.localKey, Array(name.utf8)),
        nonce: Array(bytes[1..<prefix]), authenticating: Self.localContext(name, vault))
    } catch SodiumError.forged {
      throw SealError.damaged
    }
    defer { Memory.wipe(&plaintext) }
    guard let count = UInt32(littleEndianBytes: plaintext.prefix(4)),
      Int(count) <= Self.localLimit, plaintext.count == Padding.record(4 + Int(count)),
      plaintext.dropFirst(4 + Int(count)).allSatisfy({ $0 == 0 })
    else { throw SealError.damaged }
    return Array(plaintext[4..<4 + Int(count)])
  }

  static let localVersion: UInt8 = 1
  static let localLimit = 1 << 20

  private static func localContext(_ name: String, _ vault: VaultID) -> [UInt8] {
    Label.local.bytes + vault.bytes + Array(name.utf8)
  }
}
