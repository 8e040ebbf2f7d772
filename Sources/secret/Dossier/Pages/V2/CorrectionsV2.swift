// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What was corrected, when and why: earlier words are kept and shown.
enum CorrectionsV2 {
  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let corrections = view.content.entries.flatMap { entry in
      entry.folded.revisions.dropFirst().map { correction($0, entry, view) }
    }
    let none = corrections.isEmpty ? "<p>Aucun fait montré n'a été corrigé.</p>" : MarkupV2.empty
    return "\(none)\(MarkupV2.list(corrections + contacts(view)))"
  }

  /// When the card of a person or organisation was changed.
  private static func contacts(_ view: DossierViewV2) -> [MarkupV2] {
    view.content.contacts.filter { $0.revisions.count > 1 }.map { contact in
      let moments = contact.revisions.dropFirst().map {
        "le \(view.moment($0.statement.header.recordedAt))"
      }
      return "Fiche de \(person: view.name(contact)), modifiée \(moments.joined(separator: ", "))."
    }
  }

  private static func correction(
    _ revision: FoldedEntry.Revision, _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> MarkupV2 {
    let changes = changes(revision, entry, view)
    return """
      <a href="#fait-\(entry.number)">\(FrenchV2.fact(entry.number))</a>, corrigé le \(view.moment(revision.statement.header.recordedAt)) : \(person: revision.reason ?? "motif non indiqué")
      \(changes)
      """
  }

  private static func changes(
    _ revision: FoldedEntry.Revision, _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> MarkupV2 {
    guard
      let earlier = entry.folded.revisions.first(where: {
        revision.replaces.contains(LeafReference($0.statement.header))
      })
    else { return "<p class=\"note\">La version d'avant n'est pas dans ce dossier.</p>" }
    let (before, after) = (fields(earlier.entry, view), fields(revision.entry, view))
    let labels =
      before.map(\.label)
      + after.map(\.label).filter { label in
        !before.contains { $0.label == label }
      }
    return .list(
      labels.compactMap { label in
        let old = before.first { $0.label == label }?.text
        let new = after.first { $0.label == label }?.text
        guard old.map({ Array($0.utf8) }) != new.map({ Array($0.utf8) }) else { return nil }
        return "\(label), avant : \(text(old)) ; après : \(text(new))"
      })
  }

  private static func fields(_ entry: Entry, _ view: DossierViewV2) -> [FieldsV2.Field] {
    FieldsV2.all(entry, view)
  }

  private static func text(_ text: String?) -> MarkupV2 {
    text.map { "<span class=\"text\">\(person: $0)</span>" } ?? "rien"
  }
}
