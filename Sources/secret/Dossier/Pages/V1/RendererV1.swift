// SPDX-License-Identifier: Apache-2.0

/// The first pages: in French, plain, printable, without script or network.
enum RendererV1: Renderer {
  static let version: Int64 = 1

  static func pages(
    _ content: DossierContent, manifest: DossierManifest
  ) throws -> [(path: SafePath, bytes: [UInt8])] {
    let view = DossierViewV1(content: content, manifest: manifest)
    return [
      (try SafePath("data/LISEZ-MOI.txt"), Array(NoticeV1.text(view).utf8)),
      (try SafePath("data/dossier.html"), Array(HTMLPageV1.text(view).utf8)),
      (try SafePath("data/chronologie.csv"), TablesV1.chronology(view)),
      (try SafePath("data/bordereau.csv"), TablesV1.exhibits(view)),
      (try SafePath("data/contacts.vcf"), Array(VCardV1.text(view).utf8)),
      (try SafePath("data/chronologie.ics"), Array(CalendarV1.text(view).utf8)),
    ]
  }
}
