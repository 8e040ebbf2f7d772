// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import TransparencyLog

/// Statements and manifests made the same way every time, and the pages that they give.
struct PageSamples {
  let random = SeededRandom(seed: "pages")
  let device: DeviceID
  let log: LogID
  let vault: VaultID
  let dossier: DossierID
  private(set) var statements: [Statement] = []
  private(set) var pieces: [PieceID] = []
  var cover: [String: String] = [:]
  var purpose = DossierManifest.Purpose.avocat
  var selection = DossierManifest.Selection()
  var others: Int?
  /// By the order of attaching.
  var handling: [Int: PieceHandling] = [:]

  init() throws {
    device = try DeviceID(random: random)
    log = try LogID(random: random)
    dossier = try DossierID(random: random)
    vault = VaultID(root: try Ed25519.SigningKey(seed: random.secret(32)).publicKey)
  }

  @discardableResult
  mutating func state(
    _ type: StatementType, _ subject: SubjectID, _ fields: [(name: FieldName, value: JSONValue)],
    at seconds: Int64? = nil
  ) throws -> Statement {
    let statement = try StatementDraft(type, subject: subject, fields: fields).statement(
      device: device, log: log, sequence: UInt64(statements.count + 1),
      recordedAt: RecordedAt(
        secondsSinceEpoch: seconds ?? 1_614_600_000 + Int64(statements.count) * 60,
        offsetSeconds: 3600), random: random)
    statements.append(try Disclosure().filter(statement))
    return statement
  }

  @discardableResult
  mutating func add(_ entry: Entry, id: SubjectID? = nil) throws -> SubjectID {
    let subject = try id ?? SubjectID(random: random)
    try state(.entryLogged, subject, entry.fields())
    return subject
  }

  @discardableResult
  mutating func amend(
    _ subject: SubjectID, _ entry: Entry, replaces: [Statement], reason: String? = nil
  ) throws -> Statement {
    var fields = try entry.fields()
    if let reason { fields.append((.reason, .string(reason))) }
    let references = try replaces.map { try LeafReference($0.header).json() }
    fields.append((.replaces, .array(references)))
    return try state(.entryAmended, subject, fields)
  }

  @discardableResult
  mutating func add(_ contact: Contact) throws -> SubjectID {
    let subject = try SubjectID(random: random)
    try state(.contactSaved, subject, contact.fields())
    return subject
  }

  mutating func attach(
    to subject: SubjectID, _ name: String, _ type: String, size: UInt64 = 1000,
    nature: Attachment.Nature? = nil, partial: String? = nil
  ) throws {
    let id = try PieceID(random: random)
    let attachment = Attachment(
      id: id, name: name, mediaType: type, size: size, sha256: SHA256.hash(Array(name.utf8)),
      nature: nature, partial: partial)
    pieces.append(id)
    try state(.entryAttached, subject, [(.attachment, attachment.json())])
  }

  func content() throws -> DossierContent { try DossierContent(statements) }

  func manifest(_ content: DossierContent, renderer: Int64 = 2) throws -> DossierManifest {
    DossierManifest(
      id: dossier, vault: vault, device: device,
      createdAt: RecordedAt(secondsSinceEpoch: 1_614_600_000, offsetSeconds: 3600),
      renderer: renderer, language: "fr", purpose: purpose, cover: cover, selection: selection,
      shownEntries: content.entries.count, otherEntries: others,
      statements: statements.map(\.header.leaf),
      pieces: content.pieces.map { piece in
        piece.manifest(pieces.firstIndex(of: piece.attachment.id).flatMap { handling[$0] })
      }, recipients: [])
  }

  /// The text of every page, by file name.
  func pages(_ renderer: any Renderer.Type = RendererV2.self) throws -> [String: String] {
    let content = try content()
    let pages = try renderer.pages(
      content, manifest: manifest(content, renderer: renderer.version))
    return Dictionary(
      uniqueKeysWithValues: pages.map {
        (
          String($0.path.description.dropFirst("data/".count)),
          String(decoding: $0.bytes, as: UTF8.self)
        )
      })
  }

  func html() throws -> String { try pages()["dossier.html"] ?? "" }

  /// Plain spaces for the ones that do not break, so that expectations can be read.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }))
  }
}

extension Entry {
  /// An entry of a title and a date.
  static func sample(_ title: String?, _ when: String? = nil, kind: String? = nil) throws -> Entry {
    var entry = Entry()
    entry.title = title
    entry.when = try when.map { try EDTFDate($0) }
    entry.kind = kind
    return entry
  }
}

extension PageSamples {
  /// A little of everything.
  static func everything() throws -> PageSamples {
    var samples = try PageSamples()
    samples.cover = [
      "synthese": "Une lettre (Pièce n° 1), puis un appel (pièces n° 2 et 3).",
      "parties": "A contre B", "zone_libre": "texte libre",
    ]
    var camille = Contact()
    camille.name = "Camille Durand"
    camille.role = "voisine"
    camille.phones = ["+33 1 00 00 00 00", "06 00 00 00 00"]
    camille.addresses = ["1 rue Neuve\n75000 Paris"]
    var child = Contact()
    child.name = "Zoé Petit"
    child.isChild = true
    child.phones = ["07 00 00 00 00"]
    var company = Contact()
    company.name = "Association X"
    company.isOrganisation = true
    let people = [try samples.add(camille), try samples.add(child), try samples.add(company)]
    var letter = try Entry.sample("Lettre", "2021-03-01", kind: "document")
    letter.said = "Pars d'ici."
    letter.felt = "peur"
    letter.thought = "qu'il partirait"
    letter.effect = "insomnie"
    letter.place = "chez moi"
    letter.who = [
      Person(.contact(people[0]), role: "témoin"), Person(.contact(people[1]), role: nil),
      Person(.name("Jean"), role: "personne mise en cause"),
    ]
    let first = try samples.add(letter)
    try samples.attach(to: first, "lettre d'été.jpg", "image/jpeg", nature: .received)
    let call = try samples.add(.sample("Appel", "2021-03-02T14:05"))
    try samples.attach(
      to: call, "appel.m4a", "audio/mp4", size: 1_234_567, nature: .copy, partial: "le début")
    try samples.attach(to: call, "page.html", "text/html", size: 1, nature: .capture)
    var money = try Entry.sample("Versement", "2021-04~", kind: "argent")
    money.amount = try Amount("1200,50")
    money.paidTo = "l'association"
    try samples.add(money)
    try samples.add(.sample("Dépôt", "2021-05", kind: "Plainte"))
    try samples.add(.sample(nil))
    return samples
  }
}
