// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The people and organisations of the dossier; a child by initials.
enum PeopleV2 {
  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let contacts = view.content.contacts
    let children = contacts.filter(view.isChild)
    let adults = contacts.filter { !view.isChild($0) }
    let tables = [
      table("Personnes physiques", adults.filter { !isOrganisation($0) }, view),
      table("Personnes morales", adults.filter(isOrganisation), view),
      self.children(children, view), named(view),
    ].compactMap { $0 }
    guard !tables.isEmpty else { return "<p>Aucune personne dans ce dossier.</p>" }
    return """
      <p class="note">Les rôles sont ceux que la personne a donnés, sans qualification. Toute personne mise en cause est présumée innocente.</p>
      \(tables.joined())
      """
  }

  static func isOrganisation(_ contact: FoldedContact) -> Bool {
    contact.latest?.contact.isOrganisation ?? false
  }

  private static func table(
    _ caption: String, _ contacts: [FoldedContact], _ view: DossierViewV2
  ) -> MarkupV2? {
    guard !contacts.isEmpty else { return nil }
    return .table(
      caption, ["Nom", "Rôle", "Coordonnées", "Note", "Cité"],
      contacts.map { folded in
        let contact = folded.latest?.contact ?? Contact()
        let lines = (contact.phones + contact.emails + contact.addresses)
          .map { "<span class=\"text\">\(person: $0)</span>" as MarkupV2 }
        return [
          "\(person: view.name(folded))", text(contact.role), lines.joined("<br>"),
          text(contact.note), facts(folded, view),
        ]
      }, named: "contacts")
  }

  private static func children(
    _ children: [FoldedContact], _ view: DossierViewV2
  ) -> MarkupV2? {
    guard !children.isEmpty else { return nil }
    let table = MarkupV2.table(
      "Enfants", ["Initiales", "Rôle", "Cité"],
      children.map { child in
        ["\(person: view.name(child))", text(child.latest?.contact.role), facts(child, view)]
      }, named: "people")
    return """
      \(table)
      <p class="note">Les enfants sont désignés par leurs initiales ; leurs coordonnées ne sont pas reprises dans ces pages.</p>
      """
  }

  /// Names that stand in the facts and have no card.
  private static func named(_ view: DossierViewV2) -> MarkupV2? {
    let rows = names(view).map { name, numbers in
      ["\(person: name)", "\(FrenchV2.numbers("Fait", numbers))"] as [MarkupV2]
    }
    return rows.isEmpty
      ? nil : .table("Autres noms cités dans les faits", ["Nom", "Cité"], rows, named: "people")
  }

  /// With the numbers of the facts, in the order of the names' bytes.
  static func names(_ view: DossierViewV2) -> [(name: String, facts: [Int])] {
    var facts: [[UInt8]: [Int]] = [:]
    for entry in view.content.entries {
      for person in entry.entry.who {
        guard case .name(let name) = person.reference else { continue }
        let key = Array(name.utf8)
        if facts[key]?.last != entry.number { facts[key, default: []].append(entry.number) }
      }
    }
    return facts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
  }

  private static func facts(_ contact: FoldedContact, _ view: DossierViewV2) -> MarkupV2 {
    "\(FrenchV2.numbers("Fait", view.factsNaming(contact.id)))"
  }

  private static func text(_ text: String?) -> MarkupV2 {
    text.map { "<span class=\"text\">\(person: $0)</span>" } ?? .empty
  }
}
