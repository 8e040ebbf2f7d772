// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Hashing
public import Remote
internal import Sodium
internal import TransparencyLog

/// `data/integrite/dossier.json` (Format.md §8.1): what the export was, and what the pages are made from
/// besides the statements.
public struct DossierManifest: Equatable, Sendable {
  static let version: Int64 = 1
  /// Of the pages, in this version.
  static let language = "fr"
  static let limit = 64 << 20

  public enum Purpose: String, CaseIterable, Sendable {
    case avocat, communication
  }

  /// What the statements were chosen by; says no value that is private.
  public struct Selection: Equatable, Sendable {
    public var only = false
    public var since: String?
    public var until: String?
    public var tag = false

    public init() {}

    var isEverything: Bool { self == Selection() }
  }

  public let id: DossierID
  public let vault: VaultID
  public let device: DeviceID
  public let createdAt: RecordedAt
  public let renderer: Int64
  public let language: String
  public let purpose: Purpose
  /// Texts of the cover, by name.
  public let cover: [String: String]
  public let selection: Selection
  public let shownEntries: Int
  /// How many entries were left out; only when the person wants it said.
  public let otherEntries: Int?
  /// The leaves, in the order of the statement files.
  public let statements: [SHA256Digest]
  public let pieces: [Piece]
  /// SHA-256(dossier id ‖ recipient), ascending.
  public let recipients: [SHA256Digest]

  public init(
    id: DossierID, vault: VaultID, device: DeviceID, createdAt: RecordedAt, renderer: Int64,
    language: String, purpose: Purpose, cover: [String: String], selection: Selection,
    shownEntries: Int, otherEntries: Int?, statements: [SHA256Digest], pieces: [Piece],
    recipients: [SHA256Digest]
  ) {
    self.id = id
    self.vault = vault
    self.device = device
    self.createdAt = createdAt
    self.renderer = renderer
    self.language = language
    self.purpose = purpose
    self.cover = cover
    self.selection = selection
    self.shownEntries = shownEntries
    self.otherEntries = otherEntries
    self.statements = statements
    self.pieces = pieces
    self.recipients = recipients
  }

  /// What names a recipient without saying who it is.
  public static func recipientDigest(_ recipient: String, dossier: DossierID) -> SHA256Digest {
    SHA256.hash(dossier.bytes + Array(recipient.utf8))
  }
}

extension DossierManifest {
  /// The canonical bytes.
  public func encoded() throws -> [UInt8] {
    var selectionObject = JSONObject()
    if selection.only { selectionObject["only"] = .boolean(true) }
    if let since = selection.since { selectionObject["since"] = .string(since) }
    if let until = selection.until { selectionObject["until"] = .string(until) }
    if selection.tag { selectionObject["tag"] = .boolean(true) }
    var shown = try JSONObject(["entries": .integer(Int64(shownEntries))])
    if let otherEntries { shown["others"] = .integer(Int64(otherEntries)) }
    let pieces = try pieces.map { try $0.json() }
    return try CanonicalJSON.encode(
      .object(
        JSONObject([
          "cover": .object(JSONObject(cover.mapValues { .string($0) })),
          "created_at": .string(createdAt.description), "device": .string(device.description),
          "dossier": .string(id.description), "language": .string(language),
          "pieces": .array(pieces), "purpose": .string(purpose.rawValue),
          "recipients": .array(recipients.map(Self.text)), "renderer": .integer(renderer),
          "selection": .object(selectionObject), "shown": .object(shown),
          "statements": .array(statements.map(Self.text)), "type": .string("dossier"),
          "vault": .string(vault.text), "version": .integer(Self.version),
        ])))
  }

  /// - Throws: ``DossierError/malformed``, ``DossierError/unknownVersion``.
  public init(encoded bytes: [UInt8]) throws {
    self = try VersionedDocument.read(
      bytes, type: "dossier", version: Self.version, limit: Self.limit, Self.init)
  }

  private init(_ object: JSONObject) throws {
    try object.requireOnly(keys: [
      "cover", "created_at", "device", "dossier", "language", "pieces", "purpose", "recipients",
      "renderer", "selection", "shown", "statements", "type", "vault", "version",
    ])
    let shown = try object.object("shown")
    try shown.requireOnly(keys: ["entries", "others"])
    let others = try shown.optionalInteger("others")
    let renderer = try object.integer("renderer")
    let recipients = try object.array("recipients").map(Self.digest)
    guard let purpose = Purpose(rawValue: try object.string("purpose")),
      let entries = Int(exactly: try shown.integer("entries")), entries >= 0, others ?? 0 >= 0,
      try object.string("language") == Self.language, renderer > 0,
      zip(recipients, recipients.dropFirst()).allSatisfy({
        $0.bytes.lexicographicallyPrecedes($1.bytes)
      })
    else { throw DossierError.malformed }
    var cover: [String: String] = [:]
    for (key, value) in try object.object("cover").members {
      guard case .string(let text) = value else { throw DossierError.malformed }
      cover[key] = text
    }
    var selection = Selection()
    let chosen = try object.object("selection")
    try chosen.requireOnly(keys: ["only", "since", "until", "tag"])
    selection.only = try Self.flag("only", of: chosen)
    selection.since = try chosen.optionalString("since")
    selection.until = try chosen.optionalString("until")
    selection.tag = try Self.flag("tag", of: chosen)
    self.init(
      id: try DossierID(text: object.string("dossier")),
      vault: try VaultID(document: object.string("vault")),
      device: try DeviceID(text: object.string("device")),
      createdAt: try RecordedAt(object.string("created_at")),
      renderer: renderer, language: Self.language,
      purpose: purpose, cover: cover, selection: selection, shownEntries: entries,
      otherEntries: others.map { Int($0) },
      statements: try object.array("statements").map(Self.digest),
      pieces: try object.array("pieces").map(Piece.init),
      recipients: recipients)
  }

  /// There and true, or absent: one spelling.
  private static func flag(_ key: String, of object: JSONObject) throws -> Bool {
    let flag = try object.optionalBoolean(key)
    guard flag != false else { throw DossierError.malformed }
    return flag ?? false
  }

  static func text(_ digest: SHA256Digest) -> JSONValue {
    .string(Base64.encode(digest.bytes, .urlUnpadded))
  }

  static func digest(_ value: JSONValue) throws -> SHA256Digest {
    guard case .string(let text) = value,
      let digest = SHA256Digest(try Base64.decode(text, .urlUnpadded))
    else { throw DossierError.malformed }
    return digest
  }
}
