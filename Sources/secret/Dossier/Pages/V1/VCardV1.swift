// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Evidence

/// The people and organisations, as vCard 4.0 (RFC 6350).
enum VCardV1 {
  static func text(_ view: DossierViewV1) -> String {
    view.content.contacts.compactMap { folded in
      folded.latest.map { card($0.contact, id: folded.id.description) }
    }.joined()
  }

  private static func card(_ contact: Contact, id: String) -> String {
    let name = TextEscaping.content(contact.shownName ?? "sans nom")
    var lines = ["BEGIN:VCARD", "VERSION:4.0", "UID:urn:memo:\(id)", "FN:\(name)"]
    if contact.isOrganisation {
      lines += ["KIND:org", "ORG:\(name)"]
    } else {
      lines.append("KIND:individual")
    }
    if let role = contact.role { lines.append("ROLE:\(TextEscaping.content(role))") }
    lines += contact.phones.map { "TEL;VALUE=text:\(TextEscaping.content($0))" }
    lines += contact.emails.map { "EMAIL:\(TextEscaping.content($0))" }
    lines += contact.addresses.map { "ADR:;;\(TextEscaping.content($0));;;;" }
    if let note = contact.note { lines.append("NOTE:\(TextEscaping.content(note))") }
    lines.append("END:VCARD")
    return lines.map(TextEscaping.folded).joined()
  }
}
