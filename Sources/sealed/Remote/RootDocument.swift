// SPDX-License-Identifier: Apache-2.0
public import Sodium
public import TransparencyLog

/// A document that the root key may sign: a certificate, a revocation or a boot record, nothing else.
public protocol RootDocument: Sendable {
  /// The `type` member.
  static var type: String { get }
  /// In bytes.
  static var limit: Int { get }
  /// The vault it is of.
  var vault: VaultID { get }
  /// The members beside `type`, `vault` and `version`.
  func members() throws -> [String: JSONValue]
  /// From the members; keys other than one's own are refused.
  init(vault: VaultID, members: JSONObject) throws
}

extension RootDocument {
  static var version: Int64 { 1 }

  /// The canonical bytes that are signed.
  public func encoded() throws -> [UInt8] {
    var members = try members()
    members["type"] = .string(Self.type)
    members["vault"] = .string(vault.text)
    members["version"] = .integer(Self.version)
    let bytes = try CanonicalJSON.encode(.object(JSONObject(members)))
    guard bytes.count <= Self.limit else { throw RemoteError.tooLarge }
    return bytes
  }

  static func decode(_ bytes: [UInt8]) throws -> Self {
    guard bytes.count <= limit else { throw RemoteError.tooLarge }
    guard let json = try? CanonicalJSON.decode(bytes, limit: limit),
      case .object(let object) = json
    else { throw RemoteError.malformed }
    do {
      guard try object.string("type") == type else { throw RemoteError.malformed }
      guard try object.integer("version") == version else { throw RemoteError.unknownVersion }
      return try Self(vault: VaultID(document: object.string("vault")), members: object)
    } catch let error as RemoteError {
      throw error
    } catch {
      throw RemoteError.malformed
    }
  }
}

/// The bytes of a root-signed document and its minisign signature file.
public struct RootSigned: Equatable, Sendable {
  /// The comments of every signature file of ours (Format.md §1).
  public static let untrustedComment = "memo"
  static let trustedComment = "memo v1"

  public let body: [UInt8]
  public let signature: [UInt8]

  /// Signs with the root key, under the minisign key id of Format.md §1.
  public init(signing document: any RootDocument, by root: Ed25519.SigningKey) throws {
    guard document.vault.root == root.publicKey else { throw RemoteError.otherVault }
    let body = try document.encoded()
    let key = MinisignPublicKey(vaultKey: root.publicKey)
    self.body = body
    signature = try MinisignSignature.sign(
      message: body, key: root, keyID: key.keyID, trustedComment: Self.trustedComment,
      untrustedComment: Self.untrustedComment
    ).encoded
  }

  /// Bytes from elsewhere; nothing is believed before ``verified(as:vault:)``.
  public init(body: [UInt8], signature: [UInt8]) {
    self.body = body
    self.signature = signature
  }

  /// The document, if `vault`'s root signed it.
  /// - Throws: ``RemoteError``.
  public func verified<Document: RootDocument>(
    as type: Document.Type, vault: VaultID
  ) throws -> Document {
    do {
      let parsed = try MinisignSignature(parsing: signature)
      try parsed.verify(message: body, by: vault.minisign)
      // One spelling: the untrusted comment is signed by nobody, and must not become a place for words.
      guard parsed.encoded == signature, parsed.isPrehashed,
        parsed.trustedComment == Self.trustedComment,
        parsed.untrustedComment == Self.untrustedComment
      else { throw RemoteError.badSignature }
    } catch {
      throw RemoteError.badSignature
    }
    let document = try Document.decode(body)
    guard document.vault == vault else { throw RemoteError.otherVault }
    return document
  }
}
