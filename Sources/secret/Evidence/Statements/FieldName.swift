// SPDX-License-Identifier: Apache-2.0

/// The name of an opening, and whether it may ever leave the vault (Format.md §4.3).
public struct FieldName: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  /// `nil` unless it is `[a-z_]+`, at most 64 characters.
  public init?(rawValue: String) {
    guard !rawValue.isEmpty, rawValue.utf8.count <= 64,
      rawValue.utf8.allSatisfy(Self.isNameByte)
    else { return nil }
    self.rawValue = rawValue
  }

  private init(known rawValue: String) { self.rawValue = rawValue }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  public static let title = FieldName(known: "title")
  public static let text = FieldName(known: "text")
  public static let when = FieldName(known: "when")
  public static let place = FieldName(known: "place")
  public static let kind = FieldName(known: "kind")
  public static let said = FieldName(known: "said")
  public static let felt = FieldName(known: "felt")
  public static let thought = FieldName(known: "thought")
  public static let effect = FieldName(known: "effect")
  public static let writtenBy = FieldName(known: "written_by")
  public static let amount = FieldName(known: "amount")
  public static let paidTo = FieldName(known: "paid_to")
  public static let lang = FieldName(known: "lang")
  public static let who = FieldName(known: "who")
  public static let tag = FieldName(known: "tag")
  public static let privateNote = FieldName(known: "private")
  public static let reason = FieldName(known: "reason")
  public static let replaces = FieldName(known: "replaces")
  public static let removes = FieldName(known: "removes")
  public static let attachment = FieldName(known: "attachment")
  public static let attachmentSecret = FieldName(known: "attachment_secret")
  public static let name = FieldName(known: "name")
  public static let initials = FieldName(known: "initials")
  public static let role = FieldName(known: "role")
  public static let phone = FieldName(known: "phone")
  public static let email = FieldName(known: "email")
  public static let address = FieldName(known: "address")
  public static let hiddenAddress = FieldName(known: "hidden_address")
  public static let note = FieldName(known: "note")
  public static let child = FieldName(known: "child")
  public static let organisation = FieldName(known: "organisation")
  public static let predecessor = FieldName(known: "predecessor")
  public static let headsSeen = FieldName(known: "heads_seen")
  public static let certificate = FieldName(known: "certificate")
  public static let logs = FieldName(known: "logs")
  public static let format = FieldName(known: "format")
  public static let dossierDigest = FieldName(known: "dossier_digest")
  public static let recipient = FieldName(known: "recipient")

  /// The names that may be disclosed. Everything else is private, an unknown name included: a later
  /// version's secret must not leave through this one.
  private static let disclosable: Set<FieldName> = [
    .title, .text, .when, .place, .kind, .said, .felt, .thought, .effect, .writtenBy, .amount,
    .paidTo, .lang, .who, .reason, .replaces, .removes, .attachment, .name, .initials, .role,
    .phone, .email, .address, .note, .child, .organisation, .predecessor, .certificate, .logs,
    .format,
  ]

  /// The names that may appear several times in one statement.
  private static let repeatable: Set<FieldName> = [
    .who, .tag, .attachment, .attachmentSecret, .phone, .email, .address, .hiddenAddress,
    .recipient,
  ]

  /// Never leaves the vault.
  public var isPrivate: Bool { !Self.disclosable.contains(self) }
  var isKnown: Bool {
    Self.disclosable.contains(self) || Self.repeatable.contains(self)
      || self == .privateNote || self == .headsSeen || self == .dossierDigest
  }
  /// An unknown name may be repeatable in a later version.
  var mayRepeat: Bool { Self.repeatable.contains(self) || !isKnown }
}
