// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import TransparencyLog

/// A vault whose every key is at hand, and a small dossier of it that can be made again around any lie.
struct Forge {
  /// A device, its keys and its one log.
  struct Device {
    let logKey: Ed25519.SigningKey
    let dossierKey: Ed25519.SigningKey
    let certificate: DeviceCertificate
    let log: LogID
    var revocation: DeviceRevocation?
    var lines: [ForgedStatement] = []

    var id: DeviceID { certificate.device }
  }

  let root: Ed25519.SigningKey
  /// The first one exports.
  var devices: [Device]
  let dossier: DossierID
  let random: SeededRandom
  var createdAt = "2026-01-02T10:00:00+01:00"
  /// The originals, found by their digest.
  var originals: [[UInt8]] = []
  var renderer: Int64 = 2
  /// What the pages are made with, where `dossier.json` lies about it.
  var vault: VaultID { VaultID(root: root.publicKey) }

  init(seed: String = "forge", devices count: Int = 2) throws {
    let random = SeededRandom(seed: seed)
    let root = try Ed25519.SigningKey(seed: random.secret(32))
    self.random = random
    self.root = root
    dossier = try DossierID(random: random)
    devices = try (0..<count).map { _ in
      let keys = try (0..<3).map { _ in try Ed25519.SigningKey(seed: random.secret(32)) }
      return Device(
        logKey: keys[0], dossierKey: keys[2],
        certificate: DeviceCertificate(
          vault: VaultID(root: root.publicKey), createdAt: "2025-01-01T00:00:00+00:00",
          log: keys[0].publicKey, request: keys[1].publicKey, dossier: keys[2].publicKey),
        log: try LogID(random: random))
    }
    try fill()
  }

  /// Adds a statement to a device's log. Openings are the texts `"name",value`; none hides it.
  @discardableResult
  mutating func state(
    _ device: Int, _ type: String, _ subject: SubjectID, _ fields: [String]? = nil
  ) throws -> ForgedStatement {
    let sequence = devices[device].lines.count
    let line = try ForgedStatement(
      type: type, device: devices[device].id.description, log: devices[device].log.description,
      sequence: "\(sequence)",
      recordedAt: "2025-02-0\(1 + device)T08:\(10 + sequence):00+01:00",
      subject: subject.description, openings: (fields ?? []).map(opening), isShown: fields != nil,
      random: random)
    devices[device].lines.append(line)
    return line
  }

  /// One opening under a fresh salt.
  func opening(_ field: String) -> String {
    ForgedStatement.text(#"["\#(Base64.encode(random.bytes(16), .urlUnpadded))",\#(field)]"#)
  }

  func subject() throws -> SubjectID { try SubjectID(random: random) }

  /// The head of a device's log, at a size.
  func head(of device: Int, size: Int? = nil) -> LogHead {
    let leaves = devices[device].lines.prefix(size ?? .max).map(\.leaf)
    return LogHead(
      log: devices[device].log, size: UInt64(leaves.count), root: MerkleLevels(leaves: leaves).root)
  }

  mutating func revoke(_ device: Int, at head: LogHead? = nil) {
    devices[device].revocation = DeviceRevocation(
      vault: vault, createdAt: "2025-06-01T00:00:00+02:00", device: devices[device].id,
      logs: [head ?? self.head(of: device)])
  }

  private mutating func fill() throws {
    let (camille, child, first, second) = try (subject(), subject(), subject(), subject())
    originals = [
      Array("Madame, Monsieur".utf8), random.bytes(700), [], Array("note".utf8),
    ]
    let names = ["lettre.txt", "photo d'été.jpg", "vide", "note.txt"]
    let pieces = try zip(names, originals).enumerated().map { order, piece in
      try attachment(piece.0, piece.1, order: order % 3)
    }
    try state(0, "log.opened", SubjectID(devices[0].log.bytes))
    try state(
      0, "contact.saved", camille,
      [#""name","Camille Témoin""#, #""role","voisine""#, #""phone","01 00 00 00 00""#])
    try state(0, "contact.saved", child, [#""initials","Z. P.""#, #""child",true"#])
    let logged = try state(
      0, "entry.logged", first,
      [
        #""title","Premier""#, #""text","Un récit, « entre » guillemets""#, #""when","2021-03~""#,
        #""who",{"contact":"\#(camille)","role":"témoin"}"#,
        #""amount",{"currency":"EUR","value":"120.50"}"#,
      ])
    try state(0, "entry.attached", first, Array(pieces[..<3]))
    try state(0, "blank", subject())
    try state(
      0, "entry.amended", first,
      [
        #""title","Premier, précisé""#, #""when","2021-03-14""#, #""reason","précision""#,
        #""replaces",[{"leaf":"\#(logged.leafText)","log":"\#(devices[0].log)","sequence":3}]"#,
      ])
    try state(0, "entry.logged", second, [#""title","Deuxième""#, #""when","2022""#])
    try state(0, "entry.attached", second, [pieces[3]])
    guard devices.count > 1 else { return }
    try state(1, "log.opened", SubjectID(devices[1].log.bytes))
    try state(1, "entry.logged", subject(), [#""title","D'un autre appareil""#])
    try state(1, "blank", subject())
    revoke(1)
  }

  private func attachment(_ name: String, _ bytes: [UInt8], order: Int) throws -> String {
    let digest = Base64.encode(SHA256.hash(bytes).bytes, .urlUnpadded)
    return #""attachment",{"digest":"\#(digest)","id":"\#(try PieceID(random: random))","#
      + #""media_type":"text/plain","name":"\#(name)","nature":"received","order":\#(order),"#
      + #""size":\#(bytes.count)}"#
  }
}
