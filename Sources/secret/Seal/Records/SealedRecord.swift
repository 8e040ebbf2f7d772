// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Hashing
public import Remote
public import Sodium
internal import TransparencyLog

/// THE SEAL of a statement: (statement, keys) <-> sealed bytes (Format.md §5).
public enum SealedRecord {
  static let version: UInt8 = 1
  static let prefixCount = 41

  /// Where a record stands, and the leaf that the row claims for it.
  public struct Place: Equatable, Sendable {
    public let vault: VaultID
    public let log: LogID
    public let sequence: UInt64
    public let leaf: SHA256Digest

    public init(vault: VaultID, log: LogID, sequence: UInt64, leaf: SHA256Digest) {
      self.vault = vault
      self.log = log
      self.sequence = sequence
      self.leaf = leaf
    }
  }

  /// - Throws: ``SealError/tooLarge`` beyond the limits of Format.md §9.
  public static func seal(
    _ statement: Statement, vault: VaultID, keyRing: KeyRing, random: any RandomSource
  ) throws -> [UInt8] {
    let header = statement.header.encoded
    let openings = statement.encodedOpenings
    guard header.count <= Statement.headerLimit, openings.count <= Statement.openingsLimit else {
      throw SealError.tooLarge
    }
    var plaintext =
      UInt32(header.count).littleEndianBytes + header
      + UInt32(openings.count).littleEndianBytes + openings
    plaintext += [UInt8](repeating: 0, count: Padding.record(plaintext.count) - plaintext.count)
    let epoch = try keyRing.current()
    let nonce = random.bytes(XChaCha20Poly1305.nonceCount)
    let prefix = [version] + epoch.id.bytes + nonce
    let place = Place(
      vault: vault, log: statement.header.log, sequence: statement.header.sequence,
      leaf: statement.header.leaf)
    let key = try epoch.recordKey(log: place.log, sequence: place.sequence)
    let ciphertext = try XChaCha20Poly1305.seal(
      plaintext, key: key, nonce: nonce, authenticating: associatedData(prefix, place))
    return prefix + ciphertext
  }

  /// The statement, its leaf recomputed and compared.
  /// - Throws: ``SealError``, or what parsing a statement throws.
  public static func open(_ bytes: [UInt8], at place: Place, keyRing: KeyRing) throws -> Statement {
    guard bytes.count >= prefixCount + Padding.recordFloor + XChaCha20Poly1305.tagCount else {
      throw SealError.damaged
    }
    guard bytes[0] == version else { throw SealError.unknownVersion }
    let epoch = try keyRing.epoch(EpochID(bytes[1..<17]))
    let prefix = Array(bytes[..<prefixCount])
    let key = try epoch.recordKey(log: place.log, sequence: place.sequence)
    let plaintext: [UInt8]
    do {
      plaintext = try XChaCha20Poly1305.open(
        Array(bytes[prefixCount...]), key: key, nonce: Array(prefix[17...]),
        authenticating: associatedData(prefix, place))
    } catch SodiumError.forged {
      throw SealError.damaged
    }
    let (header, openings) = try split(plaintext)
    let statement = try Statement(encodedHeader: header, encodedOpenings: openings)
    guard statement.header.log == place.log, statement.header.sequence == place.sequence,
      statement.header.leaf == place.leaf
    else { throw SealError.damaged }
    return statement
  }

  /// The epoch whose key seals these bytes, which says nothing of their contents.
  public static func epoch(of bytes: [UInt8]) throws -> EpochID {
    guard bytes.count >= prefixCount else { throw SealError.damaged }
    return try EpochID(bytes[1..<17])
  }

  private static func split(_ plaintext: [UInt8]) throws -> (header: [UInt8], openings: [UInt8]) {
    var rest = plaintext[...]
    func field(limit: Int) throws -> [UInt8] {
      guard let count = UInt32(littleEndianBytes: rest.prefix(4)), count <= limit,
        rest.count >= 4 + Int(count)
      else { throw SealError.damaged }
      defer { rest = rest.dropFirst(4 + Int(count)) }
      return Array(rest.dropFirst(4).prefix(Int(count)))
    }
    let header = try field(limit: Statement.headerLimit)
    let openings = try field(limit: Statement.openingsLimit)
    let length = 8 + header.count + openings.count
    guard plaintext.count == Padding.record(length), rest.allSatisfy({ $0 == 0 }) else {
      throw SealError.damaged
    }
    return (header, openings)
  }

  private static func associatedData(_ prefix: [UInt8], _ place: Place) -> [UInt8] {
    Label.record.bytes + prefix + place.vault.bytes + place.log.bytes
      + place.sequence.littleEndianBytes + place.leaf.bytes
  }
}
