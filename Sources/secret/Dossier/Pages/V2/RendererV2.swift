// SPDX-License-Identifier: Apache-2.0

/// The second pages: what a French dossier holds, accessible, printable, without script or network.
enum RendererV2: Renderer {
  static let version: Int64 = 2

  static func pages(
    _ content: DossierContent, manifest: DossierManifest
  ) throws -> [(path: SafePath, bytes: [UInt8])] {
    let view = DossierViewV2(content: content, manifest: manifest)
    return [
      (try SafePath("data/LISEZ-MOI.txt"), Array(NoticeV2.text(view).utf8)),
      (try SafePath("data/dossier.html"), Array(PageV2.markup(view).html.utf8)),
      (try SafePath("data/chronologie.csv"), TablesV2.chronology(view)),
      (try SafePath("data/bordereau.csv"), TablesV2.exhibits(view)),
      (try SafePath("data/contacts.vcf"), Array(VCardV2.text(view).utf8)),
      (try SafePath("data/chronologie.ics"), Array(CalendarV2.text(view).utf8)),
    ]
  }
}
