// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The fields of an entry that hold something, in the order a reader wants them.
enum FieldsV2 {
  struct Field {
    let label: String
    let text: String
    /// Written by the person, in the language of the account.
    var isPersons = true
  }

  /// What happened.
  static func facts(_ entry: Entry, _ view: DossierViewV2) -> [Field] {
    let people = view.people(entry)
    func names(_ named: [DossierViewV2.Named]) -> String? {
      named.isEmpty ? nil : named.map(\.text).joined(separator: FrenchV2.narrow + "; ")
    }
    return [
      ("Lieu", entry.place), ("Nature", entry.kind),
      ("Personnes", names(people.filter { !$0.isWitness })), ("Récit", entry.text),
      ("Paroles exactes, selon la personne", entry.said.map(FrenchV2.quoted)),
      ("Témoins, selon la personne", names(people.filter(\.isWitness))),
      ("Conséquences", entry.effect), ("Somme", sum(entry, view)),
    ].compactMap { label, text in text.map { Field(label: label, text: $0) } }
  }

  /// What the person says she felt and thought: kept apart from what happened.
  static func inner(_ entry: Entry) -> [Field] {
    [
      ("Ce que la personne dit avoir ressenti", entry.felt),
      ("Ce que la personne dit en avoir pensé", entry.thought),
    ].compactMap { label, text in text.map { Field(label: label, text: $0) } }
  }

  static func about(_ entry: Entry, _ view: DossierViewV2) -> [Field] {
    [("Écrit", view.writtenBy(entry)), ("Langue du récit", entry.lang)]
      .compactMap { label, text in text.map { Field(label: label, text: $0, isPersons: false) } }
  }

  private static func sum(_ entry: Entry, _ view: DossierViewV2) -> String? {
    switch (view.amount(entry), entry.paidTo) {
    case (let amount?, let payee?): "\(amount) (bénéficiaire\(FrenchV2.space): \(payee))"
    case (let amount?, nil): amount
    case (nil, let payee?): "somme non donnée (bénéficiaire\(FrenchV2.space): \(payee))"
    case (nil, nil): nil
    }
  }

  /// Everything, for comparing versions.
  static func all(_ entry: Entry, _ view: DossierViewV2) -> [Field] {
    [
      Field(label: "Titre", text: entry.title ?? ""),
      Field(label: "Date", text: view.happened(entry)),
    ]
    .filter { !$0.text.isEmpty }
      + facts(entry, view) + inner(entry) + about(entry, view)
  }

  /// Rows of a list.
  static func rows(
    _ fields: [Field], language: String? = nil
  ) -> [(label: String, value: MarkupV2)] {
    fields.map { field in
      guard field.isPersons, let language, isLanguage(language) else {
        return (field.label, "<span dir=\"auto\">\(field.text)</span>")
      }
      return (field.label, "<span dir=\"auto\" lang=\"\(language)\">\(field.text)</span>")
    }
  }

  /// Letters, digits and hyphens, as language tags are.
  private static func isLanguage(_ text: String) -> Bool {
    (2...35).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
