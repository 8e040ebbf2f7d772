// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Testing
import TransparencyLog

@Suite("The page, version 2") struct PageTests {
  private func html(_ samples: PageSamples) throws -> String {
    PageSamples.plain(try samples.html())
  }

  @Test("the cover has its texts in a fixed order, with their own names where we have none")
  func cover() throws {
    var samples = try PageSamples()
    samples.cover = [
      "zz": "dernier", "avocate": "Me X", "juridiction": "Tribunal", "parties": "A contre B",
      "numero": "21/1",
    ]
    let html = try html(samples)
    let labels = [
      "<dt>Parties</dt>", "<dt>Juridiction</dt>", "<dt>Numéro de l", "<dt>Avocate</dt>",
      "<dt>zz</dt>", "<dt>Date du dossier</dt><dd>1er mars 2021 à 13 h 00 (UTC+01:00)",
    ]
    let places = labels.compactMap { html.firstRange(of: $0)?.lowerBound }
    #expect(places.count == labels.count && places == places.sorted())
    #expect(html.contains("compilation faite par la personne elle-même"))
    #expect(!html.contains("id=\"synthese\""))
  }

  @Test("other entries are counted only when the person wants it said")
  func others() throws {
    var samples = try PageSamples()
    #expect(try html(samples).contains("Autres inscriptions : il peut en exister."))
    samples.others = 0
    #expect(try html(samples).contains("le jour de l'export : aucune."))
    samples.others = 1234
    #expect(try html(samples).contains("le jour de l'export : 1 234."))
    samples.selection.since = "2021-03~"
    samples.selection.tag = true
    let html = try html(samples)
    #expect(
      html.contains(
        "Ce dossier est une sélection : à partir de « vers mars 2021 », un choix par étiquette"))
  }

  @Test("a synthesis leads to its pieces and facts, and to no other")
  func synthesis() throws {
    var samples = try PageSamples.everything()
    samples.cover["synthese"] =
      "Voir Pièce n° 1, pièces n°2 et 3 ; Fait n° 2 ; Pièce n° 9 ; Pièce n° 99999999999 ; pièce no 3 ; épièce n° 1 ; <b>Pièce n° 1</b>."
    let html = try html(samples)
    for link in [
      "<a href=\"#piece-1\">Pièce n° 1</a>, <a", "<a href=\"#piece-2\">pièces n°2</a> et <a",
      "<a href=\"#piece-3\">3</a>", "<a href=\"#fait-2\">Fait n° 2</a>",
      "; Pièce n° 9 ; Pièce n° 99999999999 ;", "<a href=\"#piece-3\">pièce no 3</a>",
      "; épièce n° 1 ;", "&lt;b&gt;<a href=\"#piece-1\">Pièce n° 1</a>&lt;/b&gt;",
    ] {
      #expect(html.contains(link), Comment(rawValue: link))
    }
  }

  @Test("a fact shows its date and how well it is known, its words, and feelings apart")
  func chronology() throws {
    let html = try html(PageSamples.everything())
    for words in [
      "1er mars 2021 <span class=\"precision\">(date au jour)</span>",
      "vers avril 2021 <span class=\"precision\">(date au mois, approximative)</span>",
      "2 mars 2021 à 14 h 05 <span class=\"precision\">(date et heure)</span>",
      "<dt>Paroles exactes, selon la personne</dt><dd><span dir=\"auto\">« Pars d&#39;ici. »</span>",
      "<dt>Témoins, selon la personne</dt><dd><span dir=\"auto\">Camille Durand (témoin)</span>",
      "<span dir=\"auto\">Jean (personne mise en cause) ; Z. P. (enfant)</span>",
      "<div class=\"inner\"><dl><dt>Ce que la personne dit avoir ressenti</dt><dd><span dir=\"auto\">peur",
      "<dt>Somme</dt><dd><span dir=\"auto\">1 200,50 € (bénéficiaire : l&#39;association)",
      "fichier reçu tel quel (selon la personne)", "partiel, ce qui manque : <bdi>le début</bdi>",
    ] {
      #expect(html.contains(words), Comment(rawValue: words))
    }
    #expect(!html.contains("Zoé"))
    #expect(!html.contains("07 00 00 00 00"))
  }

  @Test(
    "dates say how precise they are",
    arguments: [
      ("2021", "date à l'année"), ("2021-03", "date au mois"), ("2021-03-01", "date au jour"),
      ("2021-03-01T10:00:00", "date et heure"), ("2021-03-01?", "date au jour, incertaine"),
      ("2021~", "date à l'année, approximative"),
      ("2021-02%", "date au mois, approximative et incertaine"),
      ("2019/2021", "période du 1er janvier 2019 au 31 décembre 2021"),
      ("2021-07-12/2021-07-16", "période"),
      ("2020-02/2020-12", "période du 1er février au 31 décembre 2020"),
      ("../2020-06", "au plus tard le 30 juin 2020, début non donné"),
      ("2020-06/..", "au plus tôt le 1er juin 2020, fin non donnée"),
    ])
  func precision(_ text: String, _ words: String) throws {
    #expect(PageSamples.plain(DateWordsV2.precision(try EDTFDate(text))) == words)
  }

  @Test("initials do not end in two full stops, and formats that tell much are named")
  func confidentiality() throws {
    let html = try html(PageSamples.everything())
    #expect(html.contains("<li>Par initiales : <bdi>Z. P.</bdi></li>"))
    #expect(html.contains("Formats qui en portent souvent : <a href=\"#piece-1\">Pièce n° 1</a>"))
  }

  @Test("a correction says when and why, and what it changed")
  func corrections() throws {
    var samples = try PageSamples()
    let subject = try samples.add(.sample("Lettre", "2021-03-14"))
    let first = try #require(samples.statements.last)
    try samples.amend(
      subject, .sample("Lettre", "2021-03-15"), replaces: [first], reason: "date retrouvée")
    let html = try html(samples)
    #expect(html.contains("Corrigé le 1er mars 2021 à 13 h 01 (UTC+01:00) : <bdi>date retrouvée"))
    #expect(
      html.contains("Date, avant : <span class=\"text\"><bdi>14 mars 2021</bdi></span> ; après : "))
    #expect(!html.contains("Autre version"))
  }

  @Test("a card that was changed says when, by the name that is shown")
  func cards() throws {
    var samples = try PageSamples()
    var contact = Contact()
    contact.name = "Zoé Petit"
    let subject = try samples.add(contact)
    contact.isChild = true
    let first = try #require(samples.statements.last)
    try samples.state(
      .contactSaved, subject,
      contact.fields() + [(.replaces, .array([LeafReference(first.header).json()]))])
    let html = try html(samples)
    #expect(
      html.contains("Fiche de <bdi>Z. P.</bdi>, modifiée le 1er mars 2021 à 13 h 01 (UTC+01:00)."))
    #expect(!html.contains("Zoé"))
  }

  @Test("versions that do not know each other are both shown")
  func concurrent() throws {
    var samples = try PageSamples()
    let subject = try samples.add(.sample("Un", "2021-03-14"))
    let first = try #require(samples.statements.last)
    try samples.amend(subject, .sample("Deux", "2021-03-15"), replaces: [first])
    try samples.amend(subject, .sample("Trois", "2021-03-16"), replaces: [first])
    let html = try html(samples)
    #expect(html.contains("2 versions ont été écrites sans se connaître"))
    #expect(
      html.contains(
        "<h4>Autre version, du 1er mars 2021 à 13 h 01 (UTC+01:00) : <bdi>Deux</bdi></h4>"))
    #expect(html.contains("16 mars 2021 · <bdi>Trois</bdi></h3>"))
    #expect(html.contains("motif non indiqué"))
  }

  @Test("the page says no word that belongs to a court or a locksmith")
  func words() throws {
    for text in try PageSamples.everything().pages().values {
      for word in ["irréfutable", "scellé", "coupable", "preuve certaine"] {
        #expect(!text.contains(word), Comment(rawValue: word))
      }
    }
  }

  @Test("it loads nothing but the images beside it, and has no script")
  func closed() throws {
    let html = try PageSamples.everything().html()
    #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:"))
    for word in ["<script", "http:", "https:", "url(", "@import", "<link", "<iframe", "<object"] {
      #expect(!html.contains(word), Comment(rawValue: word))
    }
    let images = html.split(separator: "<img ").dropFirst().map { $0.prefix(40) }
    #expect(images.count == 1)
    #expect(images.allSatisfy { $0.hasPrefix("src=\"pieces/piece-001-lettre-d-ete.jpg\"") })
  }

  @Test("it has landmarks, a skip link, one first heading and captions")
  func landmarks() throws {
    let html = try PageSamples.everything().html()
    for part in [
      "<html lang=\"fr\">", "<title>", "<header>", "<nav ", "<main id=\"contenu\"", "<footer>",
      "<a class=\"skip\" href=\"#contenu\">",
    ] {
      #expect(html.ranges(of: part).count == 1, Comment(rawValue: part))
    }
    #expect(html.ranges(of: "<h1>").count == 1)
    #expect(html.ranges(of: "<table>").count == html.ranges(of: "<caption>").count)
    #expect(!html.contains("<th>"))
    let levels = html.split(separator: "<h").dropFirst().compactMap { Int($0.prefix(1)) }
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    let targets = html.split(separator: "href=\"#").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    #expect(targets.count > 20)
    for target in targets {
      #expect(html.contains("id=\"\(target)\""), Comment(rawValue: String(target)))
    }
  }
}
