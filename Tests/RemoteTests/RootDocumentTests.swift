// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing
import TransparencyLog

@testable import Remote

@Suite("Root-signed documents")
struct RootDocumentTests {
  /// What must hold for each of the three.
  private func forEachDocument(
    _ body: (any RootDocument, (RootSigned, VaultID) throws -> Void) throws -> Void
  ) throws {
    let root = try Root()
    try body(root.certificate()) { _ = try $0.verified(as: DeviceCertificate.self, vault: $1) }
    try body(root.revocation()) { _ = try $0.verified(as: DeviceRevocation.self, vault: $1) }
    try body(root.boot()) { _ = try $0.verified(as: BootRecord.self, vault: $1) }
  }

  @Test("gives back what the root signed, in the bytes that were signed")
  func roundTrips() throws {
    let root = try Root()
    let (certificate, revocation, boot) = try (root.certificate(), root.revocation(), root.boot())
    #expect(
      try root.sign(certificate).verified(as: DeviceCertificate.self, vault: root.vault)
        == certificate)
    #expect(
      try root.sign(revocation).verified(as: DeviceRevocation.self, vault: root.vault)
        == revocation)
    #expect(try root.sign(boot).verified(as: BootRecord.self, vault: root.vault) == boot)
    #expect(
      try root.sign(root.firstBoot()).verified(as: BootRecord.self, vault: root.vault)
        == root.firstBoot())
    try forEachDocument { document, _ in
      let body = try document.encoded()
      #expect(try RootSigned(signing: document, by: root.key).body == body)
    }
  }

  @Test("refuses another vault's document, whoever signed it")
  func foreign() throws {
    let (root, other) = (try Root(), try Root("other"))
    try forEachDocument { document, verify in
      let signed = try RootSigned(signing: document, by: root.key)
      try verify(signed, root.vault)
      #expect(throws: RemoteError.badSignature) { try verify(signed, other.vault) }
      // Signed by the other root, but speaking of this vault: neither takes it.
      let planted = try other.sign(bytes: document.encoded())
      #expect(throws: RemoteError.otherVault) { try verify(planted, other.vault) }
      #expect(throws: RemoteError.badSignature) { try verify(planted, root.vault) }
      #expect(throws: RemoteError.otherVault) {
        try RootSigned(signing: document, by: other.key)
      }
    }
  }

  @Test("refuses one type under the name of another")
  func types() throws {
    let root = try Root()
    try forEachDocument { document, verify in
      let type = type(of: document).type
      try forEachDocument { other, _ in
        let otherType = Swift.type(of: other).type
        guard otherType != type else { return }
        let signed = try RootSigned(signing: other, by: root.key)
        #expect(throws: RemoteError.malformed, "\(otherType) as \(type)") {
          try verify(signed, root.vault)
        }
        let renamed = try root.sign(other) { $0["type"] = .string(type) }
        #expect(throws: RemoteError.malformed, "\(otherType) renamed \(type)") {
          try verify(renamed, root.vault)
        }
      }
    }
  }

  @Test("refuses versions that it does not know, whatever else they hold")
  func versions() throws {
    let root = try Root()
    try forEachDocument { document, verify in
      for version: Int64 in [0, 2, -1, 1 << 52] {
        let signed = try root.sign(document) {
          $0["version"] = .integer(version)
          $0["later"] = .string("member")
        }
        #expect(throws: RemoteError.unknownVersion) { try verify(signed, root.vault) }
      }
      let text = try root.sign(document) { $0["version"] = .string("1") }
      #expect(throws: RemoteError.malformed) { try verify(text, root.vault) }
    }
  }

  @Test("refuses a member that is missing, of another type, or unknown")
  func members() throws {
    let root = try Root()
    try forEachDocument { document, verify in
      let json = try CanonicalJSON.decode(document.encoded(), limit: 1 << 22)
      guard case .object(let object) = json else { throw JSONError.wrongType }
      let unknown = try root.sign(document) { $0["zzz"] = .integer(1) }
      #expect(throws: RemoteError.malformed) { try verify(unknown, root.vault) }
      for key in object.keys {
        let values: [JSONValue?] = [
          nil, .integer(-1), .boolean(true), .string("x"), .array([.integer(1)]),
          .array([.object(JSONObject())]), .object(JSONObject()),
        ]
        for value in values where key != "created_at" || value != .string("x") {
          let signed = try root.sign(document) { $0[key] = value }
          #expect(throws: RemoteError.self, "\(key): \(String(describing: value))") {
            try verify(signed, root.vault)
          }
        }
      }
    }
  }

  @Test("refuses a body with any byte changed")
  func tampered() throws {
    let root = try Root()
    try forEachDocument { document, verify in
      let signed = try RootSigned(signing: document, by: root.key)
      for body in Fuzzing.flips(of: signed.body) + [signed.body + [10], signed.body.dropLast()] {
        #expect(throws: RemoteError.badSignature) {
          try verify(RootSigned(body: body, signature: signed.signature), root.vault)
        }
      }
    }
  }

  @Test("refuses a signature file with any byte changed, what nobody signs included")
  func signature() throws {
    let root = try Root()
    let signed = try root.sign(root.certificate())
    func verify(_ signature: [UInt8]) throws {
      _ = try RootSigned(body: signed.body, signature: signature)
        .verified(as: DeviceCertificate.self, vault: root.vault)
    }
    try verify(signed.signature)
    for bytes in Fuzzing.hostile(signed.signature, seed: "signature") + [signed.signature + [10]] {
      #expect(throws: RemoteError.badSignature) { try verify(bytes) }
    }
    let other = try root.sign(root.certificate("other"))
    #expect(throws: RemoteError.badSignature) { try verify(other.signature) }
  }

  @Test("refuses other comments, though the root signed them")
  func comments() throws {
    let root = try Root()
    let body = try root.certificate().encoded()
    for (trusted, untrusted) in [("memo v1", "memo"), ("memo v2", "memo"), ("memo v1", "words")] {
      let signature = try MinisignSignature.sign(
        message: body, key: root.key, keyID: root.vault.minisign.keyID, trustedComment: trusted,
        untrustedComment: untrusted
      ).encoded
      let signed = RootSigned(body: body, signature: signature)
      func verify() throws {
        _ = try signed.verified(as: DeviceCertificate.self, vault: root.vault)
      }
      if (trusted, untrusted) == ("memo v1", "memo") {
        try verify()
      } else {
        #expect(throws: RemoteError.badSignature) { try verify() }
      }
    }
  }

  @Test("refuses a signature that is not over a hash, though minisign would take it")
  func legacySignature() throws {
    let root = try Root()
    let body = try root.certificate().encoded()
    let signature = root.key.sign(body)
    let file = [
      "untrusted comment: memo",
      Base64.encode([0x45, 0x64] + root.vault.minisign.keyID + signature, .standard),
      "trusted comment: memo v1",
      Base64.encode(root.key.sign(signature + Array("memo v1".utf8)), .standard), "",
    ].joined(separator: "\n")
    try MinisignSignature(parsing: Array(file.utf8)).verify(message: body, by: root.vault.minisign)
    #expect(throws: RemoteError.badSignature) {
      try RootSigned(body: body, signature: Array(file.utf8))
        .verified(as: DeviceCertificate.self, vault: root.vault)
    }
  }

  @Test("refuses documents beyond their limit, to sign and to read")
  func limits() throws {
    let root = try Root()
    let keys = try root.certificate()
    let long = DeviceCertificate(
      vault: root.vault, createdAt: String(repeating: "x", count: DeviceCertificate.limit),
      log: keys.log, request: keys.request, dossier: keys.dossier)
    #expect(throws: RemoteError.tooLarge) { try root.sign(long) }
    try forEachDocument { document, verify in
      let limit = type(of: document).limit
      let signed = try root.sign(bytes: [UInt8](repeating: 0x20, count: limit + 1))
      #expect(throws: RemoteError.tooLarge) { try verify(signed, root.vault) }
    }
    #expect(BootRecord.limit == 4 << 20)
  }

  @Test("hostile bytes throw or are the one text of what they say")
  func hostile() throws {
    func fuzz<Document: RootDocument>(_ document: Document) throws {
      for bytes in Fuzzing.hostile(try document.encoded(), seed: Document.type) {
        do {
          #expect(try Document.decode(bytes).encoded() == bytes)
        } catch {
          #expect(error is RemoteError, "\(error)")
        }
      }
    }
    let root = try Root()
    try fuzz(root.certificate())
    try fuzz(root.revocation())
    try fuzz(root.firstBoot())
  }
}
