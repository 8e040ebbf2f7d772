// SPDX-License-Identifier: Apache-2.0

/// The styles of the page: quiet, at least AA in contrast, and made for paper too.
enum StyleV2 {
  static let screen = """
    :root { --ink: #1a1a1a; --soft: #4a4a4a; --line: #8a8a8a; --blue: #12457f; --paper: #fff; --shade: #f4f2ee; }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { font: 1rem/1.55 Georgia, "Liberation Serif", "Times New Roman", serif; max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
    h1, h2, h3, h4, dt, th, caption, nav, .note, .badge, .skip { font-family: "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
    h1, h2, h3, h4 { line-height: 1.25; color: var(--ink); }
    h1 { font-size: 2.1rem; margin: 0 0 .25rem; }
    h2 { font-size: 1.45rem; border-bottom: 2px solid var(--blue); padding-bottom: .3rem; margin: 3rem 0 1.2rem; }
    h3 { font-size: 1.1rem; margin: 0 0 .6rem; } section > h3 { margin-top: 1.8rem; } h4 { font-size: 1rem; margin: 1rem 0 .4rem; }
    a { color: var(--blue); text-underline-offset: .15em; }
    a:focus-visible, main:focus-visible { outline: 3px solid #9a4b00; outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; top: 0; padding: .6rem 1rem; background: var(--paper); } .skip:focus { left: 1rem; }
    header { border: 1px solid var(--line); border-top: 6px solid var(--blue); padding: 2rem 2rem 1.2rem; }
    header .subtitle { color: var(--soft); margin: 0 0 1.6rem; }
    nav h2 { border: 0; font-size: 1.1rem; margin: 2rem 0 .4rem; padding: 0; } nav ol { margin: 0; padding-left: 1.6rem; columns: 2; } nav li { margin: 0; padding: .2rem 0; break-inside: avoid; }
    dl { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr); gap: .35rem 1.2rem; margin: .6rem 0; }
    dt { font-size: .86rem; font-weight: 600; color: var(--soft); padding-top: .15rem; } dd { margin: 0; white-space: pre-wrap; }
    article { margin: 0 0 1.6rem; padding: 1rem 1.2rem; border: 1px solid #cfcac0; border-left: 4px solid var(--blue); overflow: clip; }
    article h3 .badge { display: inline-block; background: var(--blue); color: #fff; font-size: .8rem; padding: .1rem .55rem; margin-right: .5rem; border-radius: .2rem; }
    .inner, .version { background: var(--shade); padding: .5rem .7rem; margin: .6rem -.7rem; } .inner dl, .version dl { margin: 0; } .version { border: 1px dashed var(--line); }
    .note { font-size: .88rem; color: var(--soft); } .precision { color: var(--soft); } .text { white-space: pre-wrap; }
    ul, ol { padding-left: 1.4rem; } li { margin: .2rem 0; }
    .table { margin: 1rem 0; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    caption { text-align: left; font-weight: 600; padding: .3rem 0; } th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
    thead th { background: var(--shade); font-size: .82rem; } tbody th { font-weight: 600; font-size: .85rem; } th, td { overflow-wrap: normal; } td bdi, th bdi, td code { overflow-wrap: anywhere; }
    code, pre { font: .82rem/1.4 "Liberation Mono", Consolas, monospace; } pre { white-space: pre-wrap; background: var(--shade); padding: .6rem .8rem; margin: .5rem 0; }
    .hashes td code { white-space: normal; } .line, #synthese a { white-space: nowrap; }
    .contacts table { table-layout: fixed; } .contacts th:nth-child(1) { width: 17%; } .contacts th:nth-child(2) { width: 17%; } .contacts th:nth-child(3) { width: 35%; } .contacts th:nth-child(5) { width: 14%; }
    .exhibits table { table-layout: fixed; } .exhibits th:nth-child(1) { width: 8%; } .exhibits th:nth-child(2) { width: 20%; } .exhibits th:nth-child(3) { width: 16%; } .exhibits th:nth-child(4) { width: 18%; } .exhibits th:nth-child(5) { width: 11%; } .exhibits th:nth-child(6) { width: 8%; }
    .sums th:last-child, .sums td:last-child { text-align: right; }
    figure { margin: 1rem 0 0; } figure img { display: block; max-width: 100%; max-height: 40rem; border: 1px solid #cfcac0; } figcaption { font-size: .85rem; color: var(--soft); margin-top: .3rem; }
    .stamp { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 1.5rem 0; } .stamp p { border: 1px solid var(--line); min-height: 6rem; margin: 0; padding: .5rem .7rem; }
    @media (max-width: 40rem) { .table { overflow-x: auto; } table { min-width: 42rem; } .contacts table { min-width: 47rem; } .people table, .totals table { min-width: 0; } dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .5rem; } nav ol { columns: 1; } article h3 .badge { display: table; margin: 0 0 .35rem; } .stamp { grid-template-columns: 1fr; } }
    """

  static let print = """
    @media print {
    html { font-size: 10.5pt; } body { max-width: none; padding: 0 1px; margin: 0; } header { break-inside: avoid; margin-top: 3cm; }
    .skip, footer { display: none; } section { break-before: page; } #synthese + #chronologie, #demarches, #depenses { break-before: auto; } #synthese + #chronologie h2, #demarches h2, #depenses h2 { margin-top: 2rem; } section > ol > li { break-inside: avoid; } h2 { margin-top: 0; } h2, h3, h4, caption { break-after: avoid; }
    article { border-color: #999; border-left-color: var(--blue); } article, .inner, figure, .note, tr, thead, .stamp, .short { break-inside: avoid; } tbody tr:first-child { break-before: avoid; } article.long { break-inside: auto; }
    thead { display: table-header-group; } a { color: inherit; } section > .note { break-after: avoid; } article { margin-bottom: 1rem; padding: .8rem 1rem; } dl { gap: .15rem 1.2rem; line-height: 1.4; } p, li { orphans: 3; widows: 3; }
    figure img { max-height: 18cm; } table { font-size: .82rem; } thead th, tbody th { font-size: .8rem; } code, pre { font-size: .72rem; } .hashes th, .hashes td { padding: .2rem .35rem; } .hashes td code { font-size: .66rem; }
    article h3 .badge, thead th, .inner, .version, pre { print-color-adjust: exact; }
    }
    """

  /// What stands over and under every printed page. A shown image has pages of its own, headed by its number.
  static func headings(_ view: DossierViewV2) -> String {
    let rules = PiecesV2.shown(view).map { number in
      "@page piece-\(number) { @top-right { content: \"\(FrenchV2.piece(number))\"; font: bold 10pt Arial, sans-serif; } } "
        + "#piece-\(number) { page: piece-\(number); }"
    }
    return """
      @page { size: A4; margin: 20mm 17mm; @bottom-left { content: "Dossier du \(view.day)"; font: 8pt Arial, sans-serif; color: #444; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #444; } }
      @media print { \(rules.joined(separator: "\n")) }
      """
  }
}
