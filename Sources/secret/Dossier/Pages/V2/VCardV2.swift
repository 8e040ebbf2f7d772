// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote

/// The people and organisations, as vCard 4.0 (RFC 6350). A child has initials and nothing to be found by.
enum VCardV2 {
  static func text(_ view: DossierViewV2) -> String {
    view.content.contacts.compactMap { folded in
      folded.latest.map { card($0.contact, folded, view) }
    }.joined()
  }

  private static func card(
    _ contact: Contact, _ folded: FoldedContact, _ view: DossierViewV2
  ) -> String {
    let name = line(view.name(folded))
    var lines = [
      "BEGIN:VCARD", "VERSION:4.0", "UID;VALUE=text:memo-\(folded.id)", "FN:\(name)",
      // Which part is the family's is not known.
      "N:\(name);;;;",
    ]
    lines += contact.isOrganisation ? ["KIND:org", "ORG:\(name)"] : ["KIND:individual"]
    if let role = contact.role { lines.append("ROLE:\(line(role))") }
    if view.isChild(folded) {
      lines.append("NOTE:Enfant\\, par initiales")
    } else {
      lines += contact.phones.map { "TEL;VALUE=text:\(line($0))" }
      lines += contact.emails.map { "EMAIL:\(line($0))" }
      lines += contact.addresses.map { "ADR:;;\(EscapingV2.content($0));;;;" }
      if let note = contact.note { lines.append("NOTE:\(EscapingV2.content(note))") }
    }
    lines.append("END:VCARD")
    return lines.map(TextEscaping.folded).joined()
  }

  /// A value that holds no line end: several readers stumble over one in a name.
  private static func line(_ text: String) -> String {
    let scalars = EscapingV2.visible(text).unicodeScalars.map {
      $0 == "\n" || $0 == "\t" ? " " : $0
    }
    return EscapingV2.content(String(String.UnicodeScalarView(scalars)))
  }
}
