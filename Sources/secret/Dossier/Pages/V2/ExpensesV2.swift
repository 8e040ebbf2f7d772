// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The sums that the facts name, added up by currency. What they were is for others to say.
enum ExpensesV2 {
  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let entries = view.content.entries.filter { $0.entry.amount != nil }
    guard !entries.isEmpty else { return "<p>Aucune somme n'est inscrite dans ce dossier.</p>" }
    return """
      <p class="note">Sommes données par la personne. Elles sont additionnées par monnaie, sans conversion et sans qualification juridique. Une somme négative est retranchée. Lorsqu'un fait a plusieurs versions, seule compte celle qui est montrée d'abord.</p>
      \(rows(entries, view))
      \(totals(entries))
      """
  }

  private static func rows(
    _ entries: [DossierContent.NumberedEntry], _ view: DossierViewV2
  ) -> MarkupV2 {
    .table(
      "\(FrenchV2.count(entries.count, "somme"))",
      ["Fait", "Date", "Intitulé", "À qui", "Somme"],
      entries.map { entry in
        [
          "<a href=\"#fait-\(entry.number)\">\(FrenchV2.fact(entry.number))</a>",
          "\(view.happened(entry.entry))", "\(person: entry.entry.title ?? "")",
          "\(person: entry.entry.paidTo ?? "")",
          "<span class=\"line\">\(view.amount(entry.entry) ?? "")</span>",
        ]
      }, named: "sums")
  }

  private static func totals(_ entries: [DossierContent.NumberedEntry]) -> MarkupV2 {
    .table(
      "Totaux par monnaie", ["Monnaie", "Nombre", "Total"],
      TotalsV2.totals(entries.compactMap(\.entry.amount)).map { total in
        [
          "\(total.currency)", "\(FrenchV2.count(total.count, "somme"))",
          "<strong class=\"line\">\(FrenchV2.money(total.value, total.currency))</strong>",
        ]
      }, named: "sums totals")
  }
}
