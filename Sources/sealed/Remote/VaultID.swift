// SPDX-License-Identifier: Apache-2.0
public import Sodium
public import TransparencyLog

/// A vault's identity: the public half of its root key (Format.md §2).
public struct VaultID: Hashable, Sendable {
  public let root: Ed25519.PublicKey

  public init(root: Ed25519.PublicKey) { self.root = root }

  /// - Throws: ``SodiumError/invalidPublicKey``.
  public init(_ bytes: [UInt8]) throws { root = try Ed25519.PublicKey(bytes) }

  /// From the minisign key string, spaces ignored. The key id must be the one that follows from the key.
  public init(text: some StringProtocol) throws {
    let compact = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " }))
    let parsed = try MinisignPublicKey(parsing: compact)
    root = parsed.key
    guard parsed == minisign else { throw SodiumError.invalidPublicKey }
  }

  /// From a document, where it has one spelling: no spaces.
  /// - Throws: as ``init(text:)``.
  public init(document text: String) throws {
    try self.init(text: text)
    guard self.text == text else { throw SodiumError.invalidPublicKey }
  }

  public var bytes: [UInt8] { root.bytes }
  /// The key under which minisign checks root-signed documents.
  public var minisign: MinisignPublicKey { MinisignPublicKey(vaultKey: root) }
  /// The minisign key string, 56 characters.
  public var text: String { minisign.string }
  /// For reading aloud and comparing: groups of four.
  public var groups: String { Self.group(text) }
  /// For origins: 52 characters.
  public var base32: String { Base32.encode(bytes) }

  static func group(_ text: String) -> String {
    stride(from: 0, to: text.utf8.count, by: 4).map { start in
      String(text.dropFirst(start).prefix(4))
    }.joined(separator: " ")
  }
}

extension MinisignPublicKey {
  /// One of our keys, with the key id that Format.md §1 derives from it.
  public init(vaultKey key: Ed25519.PublicKey) {
    let hash = BLAKE2b.hash(Label.minisignKeyID.bytes + key.bytes)
    self.init(number: hash.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }, key: key)
  }
}
