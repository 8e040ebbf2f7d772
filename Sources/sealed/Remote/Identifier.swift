// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A 16-byte id, 26 characters of lower-case base32; compared as bytes.
///
/// `Kind` keeps ids of different things apart at compile time.
public struct Identifier<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public static var count: Int { 16 }

  private let high: UInt64
  private let low: UInt64

  /// - Throws: ``SodiumError/invalidLength`` unless there are 16 bytes.
  public init(_ bytes: some Collection<UInt8>) throws {
    guard bytes.count == 16 else { throw SodiumError.invalidLength }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The first 16 bytes of a hash.
  init(firstBytesOf hash: [UInt8]) {
    precondition(hash.count >= 16, "a hash is longer than an id")
    high = hash[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = hash[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Throws: ``SodiumError`` unless the text is the canonical one.
  public init(text: some StringProtocol) throws { try self.init(Base32.decode(text)) }

  /// A fresh one.
  public init(random: some RandomSource) throws { try self.init(random.bytes(16)) }

  public var bytes: [UInt8] {
    withUnsafeBytes(of: high.bigEndian) { Array($0) }
      + withUnsafeBytes(of: low.bigEndian) { Array($0) }
  }

  public var description: String { Base32.encode(bytes) }

  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Names for the kinds of ids; never instantiated.
public enum IdentifierKind {
  public enum Device {}
  public enum Log {}
  public enum Subject {}
  public enum Piece {}
  public enum Dossier {}
  public enum Epoch {}
  public enum Erasure {}
}

/// Of a device: the hash of its three public keys.
public typealias DeviceID = Identifier<IdentifierKind.Device>
/// Of a log: random.
public typealias LogID = Identifier<IdentifierKind.Log>
/// Of an entry or a contact: random.
public typealias SubjectID = Identifier<IdentifierKind.Subject>
/// Of an attachment: random.
public typealias PieceID = Identifier<IdentifierKind.Piece>
/// Of a dossier: random.
public typealias DossierID = Identifier<IdentifierKind.Dossier>
/// Of an epoch key: a keyed hash.
public typealias EpochID = Identifier<IdentifierKind.Epoch>
/// Of an erasure: random.
public typealias ErasureID = Identifier<IdentifierKind.Erasure>
