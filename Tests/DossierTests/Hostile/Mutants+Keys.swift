// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation
import Hashing
import Remote
import Sodium
import TransparencyLog

/// Keys, certificates, revocations and signatures that are not what they should be.
extension Mutants {
  static func keys(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    try certificates(forge, honest) + revocations(forge, honest) + signatures(forge, honest)
      + lists(honest)
  }

  private static func certificates(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    let (own, second) = (
      DossierPaths.certificate(forge.devices[0].id), DossierPaths.certificate(forge.devices[1].id)
    )
    func change(
      _ name: String, _ expected: Mutant.Expected = .wrong, _ body: (inout Bundle) throws -> Void
    )
      throws -> Mutant
    {
      var bundle = honest
      try body(&bundle)
      try bundle.resign()
      return Mutant("certificate: \(name)", bundle, expected)
    }
    /// A text signed by the root, whatever it says.
    func rooted(
      _ name: String, _ old: String, _ new: String, _ expected: Mutant.Expected = .wrong
    ) throws -> Mutant {
      let text = honest.text(second) ?? ""
      let edited = text.replacingOccurrences(of: old, with: new)
      precondition(edited != text, "nothing to replace: \(old)")
      return try change(name, expected) {
        $0[second] = Array(edited.utf8)
        $0[second + ".minisig"] = try sign(Array(edited.utf8), forge.root)
      }
    }
    let foreign = try Forge(seed: "foreign")
    let third = try Forge(seed: "third").devices[0].certificate
    let extra = DeviceCertificate(
      vault: forge.vault, createdAt: third.createdAt, log: third.log, request: third.request,
      dossier: third.dossier)
    let body = honest[second] ?? []
    return try [
      change("missing") {
        $0[own] = nil; $0[own + ".minisig"] = nil
      },
      change("of the other device missing") {
        $0[second] = nil; $0[second + ".minisig"] = nil
      },
      change("without signature") { $0[second + ".minisig"] = nil },
      change("signatures exchanged") {
        ($0[own + ".minisig"], $0[second + ".minisig"]) = (
          $0[second + ".minisig"], $0[own + ".minisig"]
        )
      },
      change("signed by another root") { $0[second + ".minisig"] = try sign(body, foreign.root) },
      change("signed by the device") {
        $0[second + ".minisig"] = try sign(body, forge.devices[1].dossierKey)
      },
      change("another comment") {
        $0[second + ".minisig"] = try sign(body, forge.root, comment: "memo v2")
      },
      change("another untrusted comment") {
        $0[second + ".minisig"] = try sign(body, forge.root, untrusted: "d'après l'expert")
      },
      change("a signature in CRLF") {
        $0[second + ".minisig"] = Array(
          ($0.text(second + ".minisig") ?? "").replacingOccurrences(of: "\n", with: "\r\n").utf8)
      },
      change("a signature and a line") {
        $0[second + ".minisig"]?.append(contentsOf: Array("x\n".utf8))
      },
      change("a signature alone") {
        $0[DossierPaths.certificates + "x.json.minisig"] = $0[second + ".minisig"]
      },
      change("a device more", .valid) {
        let signed = try RootSigned(signing: extra, by: forge.root)
        $0[DossierPaths.certificate(extra.device)] = signed.body
        $0[DossierPaths.certificate(extra.device) + ".minisig"] = signed.signature
      },
      change("another vault's device more") {
        let signed = try RootSigned(signing: third, by: Forge(seed: "third").root)
        $0[DossierPaths.certificate(third.device)] = signed.body
        $0[DossierPaths.certificate(third.device) + ".minisig"] = signed.signature
      },
      change("under another name") {
        $0[DossierPaths.certificate(third.device)] = body
        $0[DossierPaths.certificate(third.device) + ".minisig"] = $0[second + ".minisig"]
      },
      change("a text beside them") { $0[DossierPaths.certificates + "lisez.txt"] = [] },
      change("in a folder") { $0[DossierPaths.certificates + "x/y.json"] = body },
      rooted("version 2", #""version":1"#, #""version":2"#),
      rooted("another type", "device.certificate", "device.revocation"),
      rooted("a member more", #""version":1"#, #""version":1,"zzz":1"#),
      rooted("a key twice", #"{"created_at""#, #"{"created_at":"x","created_at""#),
      rooted("a space", #"{"created_at""#, #"{ "created_at""#),
      rooted("month 13", "2025-01-01T", "2025-13-01T"),
      rooted("30 February", "2025-01-01T", "2025-02-30T"),
      rooted("29 February 2024", "2025-01-01T", "2024-02-29T", .valid),
      rooted("29 February 2025", "2025-01-01T", "2025-02-29T"),
      rooted("second 60", "00:00:00", "00:00:60"),
      rooted("year 0", "2025-01-01T", "0000-02-29T", .valid),
      rooted("no offset", "+00:00", "-00:00"), rooted("offset of 24 hours", "+00:00", "+24:00"),
      rooted("another vault", forge.vault.text, foreign.vault.text),
      rooted("vault in groups", forge.vault.text, forge.vault.groups),
      rooted(
        "another log key", Base64.encode(forge.devices[1].certificate.log.bytes, .urlUnpadded),
        Base64.encode(third.log.bytes, .urlUnpadded)),
      rooted(
        "a key of small order",
        Base64.encode(forge.devices[1].certificate.request.bytes, .urlUnpadded),
        Base64.encode([UInt8](repeating: 0, count: 32), .urlUnpadded)),
      change("coffre.pub missing") { $0[DossierPaths.vaultKey] = nil },
      change("coffre.pub of another vault") {
        $0[DossierPaths.vaultKey] = foreign.vault.minisign.file
      },
      change("coffre.pub with a comment") {
        $0[DossierPaths.vaultKey] = Array(
          "untrusted comment: cour d'appel\n\(forge.vault.text)\n".utf8)
      },
      change("coffre.pub without its last newline") { $0[DossierPaths.vaultKey]?.removeLast() },
      change("a time stamp", .unverifiable) {
        $0[DossierPaths.timestamps + "0001.tsr"] = [1, 2, 3]
      },
      change("a time stamp in a folder", .unverifiable) {
        $0[DossierPaths.timestamps + "a/b.tsr"] = []
      },
      change("a folder of integrity more") { $0["data/integrite/autre/x"] = [] },
      change("a file of integrity more") { $0["data/integrite/x.json"] = [] },
      change("a page more") { $0["data/expertise.html"] = [] },
      change("a page in a folder") { $0["data/annexe/expertise.html"] = [] },
      change("a piece more") { $0["data/pieces/piece-005-x"] = [] },
      change("a statement more") { $0[DossierPaths.statements + "0099.json"] = [] },
      change("a statement zero") { $0[DossierPaths.statements + "0000.json"] = [] },
      change("a statement in short") { $0[DossierPaths.statements + "1.json"] = [] },
    ]
  }

  private static func revocations(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    func made(
      _ name: String, _ expected: Mutant.Expected, _ change: (inout Forge) throws -> Void
    ) throws -> Mutant {
      var lying = forge
      try change(&lying)
      return Mutant("revocation: \(name)", try lying.bundle(), expected)
    }
    let head = forge.head(of: 1)
    let path = DossierPaths.revocation(forge.devices[1].id)
    func rooted(_ name: String, _ old: String, _ new: String) throws -> Mutant {
      var bundle = honest
      let text = (bundle.text(path) ?? "").replacingOccurrences(of: old, with: new)
      bundle[path] = Array(text.utf8)
      bundle[path + ".minisig"] = try sign(Array(text.utf8), forge.root)
      try bundle.resign()
      return Mutant("revocation: \(name)", bundle)
    }
    var orphan = honest
    let device = DossierPaths.certificate(forge.devices[1].id)
    orphan[device] = nil
    orphan[device + ".minisig"] = nil
    try orphan.resign()
    return try [
      made("none", .valid) { $0.devices[1].revocation = nil },
      made("of the exporting device, at its head", .unproven) { $0.revoke(0) },
      made("at a smaller size", .unproven) { $0.revoke(1, at: $0.head(of: 1, size: 2)) },
      made("before the statement", .unproven) { $0.revoke(1, at: $0.head(of: 1, size: 1)) },
      made("at a greater size", .unproven) {
        $0.revoke(1, at: LogHead(log: head.log, size: 9, root: head.root))
      },
      made("at another root", .wrong) {
        $0.revoke(1, at: LogHead(log: head.log, size: head.size, root: $0.head(of: 0).root))
      },
      made("of another log", .unproven) { $0.revoke(1, at: $0.head(of: 0)) },
      made("of nothing", .unproven) {
        $0.devices[1].revocation = DeviceRevocation(
          vault: $0.vault, createdAt: "2025-06-01T00:00:00+02:00", device: $0.devices[1].id,
          logs: [])
      },
      made("before any statement", .unproven) {
        $0.revoke(1, at: LogHead(log: head.log, size: 0, root: head.root))
      },
      Mutant("revocation: without certificate", orphan),
      rooted("a negative size", "\"size\":3", "\"size\":-3"),
      rooted("a member more", "\"size\":3", "\"size\":3,\"zzz\":1"),
      rooted(
        "a log twice", "\"logs\":[",
        "\"logs\":[{\"log\":\"\(head.log)\",\"root\":\"\(Base64.encode(head.root.bytes, .urlUnpadded))\",\"size\":3},"
      ),
      rooted("another device", forge.devices[1].id.description, forge.devices[0].id.description),
    ]
  }

  private static func signatures(_ forge: Forge, _ honest: Bundle) throws -> [Mutant] {
    func change(
      _ name: String, _ expected: Mutant.Expected = .wrong, _ body: (inout Bundle) throws -> Void
    ) throws -> Mutant {
      var bundle = honest
      try body(&bundle)
      return Mutant("signature: \(name)", bundle, expected)
    }
    func commented(_ name: String, _ comment: String) throws -> Mutant {
      try change(name) { try $0.sign(comment: comment) }
    }
    func stamped(
      _ name: String, _ expected: Mutant.Expected = .wrong,
      _ body: (inout Bundle.Stamp) throws -> Void
    ) throws -> Mutant {
      try change(name, expected) {
        try body(&$0.stamp)
        try $0.resign()
      }
    }
    let foreign = try Forge(seed: "foreign")
    let comment = honest.comment
    var other = try Forge(seed: "foreign").bundle()
    other.stamp = honest.stamp
    try other.resign()
    return try [
      change("missing") { $0[DossierPaths.signature] = nil },
      Mutant("signature: a whole dossier of another vault", foreign.bundle()),
      Mutant("signature: another vault's dossier, signed by this one", other),
      stamped("by the other device") { $0.key = forge.devices[1].dossierKey },
      stamped("by the other device, under its name") {
        $0.key = forge.devices[1].dossierKey
        $0.device = forge.devices[1].id.description
      },
      stamped("by another vault") { $0.key = foreign.devices[0].dossierKey },
      stamped("by the log key") { $0.key = forge.devices[0].logKey },
      stamped("by the root") { $0.key = forge.root },
      change("by another vault, under our key") {
        $0.stamp.key = foreign.devices[0].dossierKey
        try $0.sign()
      },
      change("another's key file") {
        $0[DossierPaths.publicKey] = MinisignPublicKey(vaultKey: foreign.root.publicKey).file
        $0.relistTags()
        try $0.sign()
      },
      change("a key file with a comment") {
        let key = MinisignPublicKey(vaultKey: forge.devices[0].dossierKey.publicKey).string
        $0[DossierPaths.publicKey] = Array("untrusted comment: expert\n\(key)\n".utf8)
        $0.relistTags()
        try $0.sign()
      },
      change("an untrusted comment") { try $0.sign(untrusted: "certifié conforme") },
      change("a line more") { $0[DossierPaths.signature]?.append(contentsOf: Array("x\n".utf8)) },
      change("a line less") { bundle in
        bundle[DossierPaths.signature] = Array(
          (bundle.text(DossierPaths.signature) ?? "").split(separator: "\n").dropLast().joined(
            separator: "\n"
          ).utf8)
      },
      change("not prehashed") { bundle in
        let text = bundle.text(DossierPaths.signature) ?? ""
        bundle[DossierPaths.signature] = Array(
          text.replacingOccurrences(of: "\nRUR", with: "\nRWR").replacingOccurrences(
            of: "\nRU", with: "\nRW"
          ).utf8)
      },
      stamped("another dossier id") { $0.dossier = foreign.dossier.description },
      stamped("another date") { $0.date = "2026-01-02T10:00:01+01:00" },
      stamped("another device") { $0.device = forge.devices[1].id.description },
      stamped("another vault named") { $0.vault = foreign.vault.base32 },
      stamped("another version") { $0.start = "memo-dossier v2" },
      stamped("other heads", .valid) { $0.heads = foreign.head(of: 0).root },
      commented("no comment", ""), commented("words after the comment", comment + " certifié"),
      commented("words before it", "x " + comment),
      commented("short heads", String(comment.dropLast())),
      commented("padded heads", comment + "="),
      commented("heads with bits to spare", comment.dropLast() + "9"),
      commented("two spaces", comment.replacingOccurrences(of: " id=", with: "  id=")),
      commented("a tab", comment.replacingOccurrences(of: " id=", with: "\tid=")),
      commented(
        "another digest of dossier.json",
        comment.replacingOccurrences(of: "dossier.json=", with: "dossier.json=A")),
      commented(
        "vault in capitals",
        comment.replacingOccurrences(of: honest.stamp.vault, with: honest.stamp.vault.uppercased())),
    ]
  }

  /// The bag's own files, signed again.
  private static func lists(_ honest: Bundle) throws -> [Mutant] {
    func change(
      _ path: String, _ name: String, tags: Bool = true, _ body: (String) -> String
    ) throws -> Mutant {
      var bundle = honest
      bundle[path] = Array(body(bundle.text(path) ?? "").utf8)
      if tags { bundle.relistTags() }
      try bundle.sign()
      return Mutant("list: \(path) \(name)", bundle)
    }
    var mutants: [Mutant] = []
    for (path, tags) in [(DossierPaths.manifest, true), (DossierPaths.tagManifest, false)] {
      mutants += try [
        change(path, "in capitals", tags: tags) { $0.prefix(64).uppercased() + $0.dropFirst(64) },
        change(path, "unsorted", tags: tags) {
          $0.split(separator: "\n").reversed().map { $0 + "\n" }.joined()
        },
        change(path, "with a tab", tags: tags) { $0.replacingOccurrences(of: "  ", with: "\t") },
        change(path, "with one space", tags: tags) { $0.replacingOccurrences(of: "  ", with: " ") },
        change(path, "with a star", tags: tags) { $0.replacingOccurrences(of: "  ", with: " *") },
        change(path, "with CRLF", tags: tags) { $0.replacingOccurrences(of: "\n", with: "\r\n") },
        change(path, "without its last newline", tags: tags) { String($0.dropLast()) },
        change(path, "with an empty line", tags: tags) { $0 + "\n" },
        change(path, "with a line twice", tags: tags) { $0.split(separator: "\n")[0] + "\n" + $0 },
        change(path, "with ./", tags: tags) { $0.replacingOccurrences(of: "  ", with: "  ./") },
        change(path, "with a file that is not there", tags: tags) {
          $0 + String(repeating: "0", count: 64) + "  data/zzz\n"
        },
        change(path, "without its first line", tags: tags) {
          String($0.drop { $0 != "\n" }.dropFirst())
        },
        change(path, "without its last line", tags: tags) {
          $0.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
        },
        change(path, "empty", tags: tags) { _ in "" },
        change(path, "with a BOM", tags: tags) { "\u{FEFF}" + $0 },
        change(path, "with a name that climbs", tags: tags) {
          $0 + String(repeating: "0", count: 64) + "  ../zzz\n"
        },
      ]
    }
    let info = DossierPaths.bagInfo
    mutants += try [
      change(DossierPaths.bagit, "of 0.97") { $0.replacingOccurrences(of: "1.0", with: "0.97") },
      change(DossierPaths.bagit, "in CRLF") { $0.replacingOccurrences(of: "\n", with: "\r\n") },
      change(DossierPaths.bagit, "in another encoding") {
        $0.replacingOccurrences(of: "UTF-8", with: "ISO-8859-1")
      },
      change(info, "with words") { $0 + "Source-Organization: Tribunal\n" },
      change(info, "with another count") { $0.replacingOccurrences(of: "Oxum: ", with: "Oxum: 1") },
      change(info, "with another date") { $0.replacingOccurrences(of: "2026", with: "2025") },
      change(info, "without date") { String($0.drop { $0 != "\n" }.dropFirst()) },
      change(info, "empty") { _ in "" },
      change(info, "in CRLF") { $0.replacingOccurrences(of: "\n", with: "\r\n") },
    ]
    for name in [
      "manifest-md5.txt", "manifest-sha512.txt", "tagmanifest-md5.txt", "fetch.txt",
      "expertise.txt",
    ] {
      var bundle = honest
      bundle[name] = []
      mutants.append(Mutant("list: \(name) more", bundle))
    }
    return mutants
  }

  private static func sign(
    _ body: [UInt8], _ key: Ed25519.SigningKey, comment: String = "memo v1",
    untrusted: String = "memo"
  ) throws -> [UInt8] {
    try MinisignSignature.sign(
      message: body, key: key, keyID: MinisignPublicKey(vaultKey: key.publicKey).keyID,
      trustedComment: comment, untrustedComment: untrusted
    ).encoded
  }
}
