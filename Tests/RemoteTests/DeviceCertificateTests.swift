// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Device certificate")
struct DeviceCertificateTests {
  private func verify(_ signed: RootSigned, _ root: Root) throws -> DeviceCertificate {
    try signed.verified(as: DeviceCertificate.self, vault: root.vault)
  }

  @Test("is the text that Format.md gives")
  func text() throws {
    let root = try Root()
    let certificate = try root.certificate()
    func b64(_ bytes: [UInt8]) -> String { Base64.encode(bytes, .urlUnpadded) }
    func minisign(_ key: Ed25519.PublicKey) -> String {
      let id = BLAKE2b.hash(Array("memo/v1/minisign-key-id\0".utf8) + key.bytes).prefix(8)
      return Base64.encode(Array("Ed".utf8) + id + key.bytes, .standard)
    }
    let hash = BLAKE2b.hash(
      Array("memo/v1/device-id\0".utf8) + certificate.log.bytes + certificate.request.bytes
        + certificate.dossier.bytes)
    let expected = """
      {"created_at":"2026-01-02T03:04:05+01:00","device":"\(Base32.encode(Array(hash.prefix(16))))",\
      "dossier_key":"\(minisign(certificate.dossier))","log_key":"\(b64(certificate.log.bytes))",\
      "request_key":"\(b64(certificate.request.bytes))","type":"device.certificate",\
      "vault":"\(minisign(root.key.publicKey))","version":1}
      """
    #expect(String(decoding: try certificate.encoded(), as: UTF8.self) == expected)
  }

  @Test("refuses a device id that is not the hash of the keys")
  func deviceID() throws {
    let (root, other) = (try Root(), try Root().certificate("other"))
    let certificate = try root.certificate()
    let edits: [(inout JSONObject) -> Void] = [
      { $0["device"] = .string(other.device.description) },
      { $0["device"] = .string("") },
      { $0["device"] = .string(certificate.device.description.uppercased()) },
      { $0["log_key"] = .string(Base64.encode(other.log.bytes, .urlUnpadded)) },
      { $0["request_key"] = .string(Base64.encode(other.request.bytes, .urlUnpadded)) },
      { $0["dossier_key"] = .string(other.dossierMinisign.string) },
      { object in
        let (log, request) = (object["log_key"], object["request_key"])
        (object["log_key"], object["request_key"]) = (request, log)
      },
    ]
    for (index, edit) in edits.enumerated() {
      let signed = try root.sign(certificate, editing: edit)
      #expect(throws: RemoteError.wrongDevice, "edit \(index)") { try verify(signed, root) }
    }
  }

  @Test("the same three keys in other roles are another device")
  func roles() throws {
    let certificate = try Root().certificate()
    let (a, b, c) = (certificate.log, certificate.request, certificate.dossier)
    let ids = [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)].map {
      DeviceID(log: $0.0, request: $0.1, dossier: $0.2)
    }
    #expect(Set(ids).count == 6)
  }

  @Test("refuses keys that no signature should be checked with")
  func weakKeys() throws {
    let root = try Root()
    // The neutral element, a point of order 2, one of order 8, and one that is not canonical.
    let weak = [
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ]
    for text in weak + [Hex.encode(root.key.publicKey.bytes.dropLast()), ""] {
      let bytes = try Hex.decode(text)
      for key in ["log_key", "request_key"] {
        let signed = try root.sign(root.certificate()) {
          $0[key] = .string(Base64.encode(bytes, .urlUnpadded))
        }
        #expect(throws: RemoteError.malformed, "\(key) \(text)") { try verify(signed, root) }
      }
      let signed = try root.sign(root.certificate()) {
        $0["dossier_key"] = .string(
          Base64.encode(Array("Ed".utf8) + [UInt8](repeating: 0, count: 8) + bytes, .standard))
      }
      #expect(throws: RemoteError.malformed) { try verify(signed, root) }
    }
  }

  @Test("takes keys in one spelling only")
  func spellings() throws {
    let root = try Root()
    let certificate = try root.certificate()
    let foreignID = try MinisignPublicKey(
      keyID: [1, 2, 3, 4, 5, 6, 7, 8], key: certificate.dossier)
    let edits: [(String, String)] = [
      ("dossier_key", foreignID.string),
      ("dossier_key", VaultID(root: certificate.dossier).groups),
      ("vault", root.vault.groups),
      ("log_key", Base64.encode(certificate.log.bytes, .standard)),
      ("log_key", Base64.encode(certificate.log.bytes, .urlUnpadded) + "="),
      ("dossier_key", Base64.encode(certificate.dossier.bytes, .urlUnpadded)),
    ]
    for (key, text) in edits {
      let signed = try root.sign(certificate) { $0[key] = .string(text) }
      #expect(throws: RemoteError.malformed, "\(key) \(text)") { try verify(signed, root) }
    }
  }
}
