// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Foundation
internal import GRDB
internal import Remote

/// A disposable projection for finding things: SQLite in memory, never on disk, rebuilt at each
/// opening. Nothing that matters (export, verify, check, history) reads it.
///
/// This is the one small interface behind which a persistent, sealed index can come.
struct SearchIndex {
  private let database: DatabaseQueue

  init() throws {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
    database = try DatabaseQueue(configuration: configuration)
    try database.write { database in
      try database.execute(
        sql: """
          CREATE TABLE entry (id TEXT PRIMARY KEY, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
            happened TEXT, title TEXT, kind TEXT, recorded_at TEXT NOT NULL, pieces INTEGER NOT NULL)
            WITHOUT ROWID;
          CREATE INDEX entry_by_time ON entry (earliest, latest, id);
          CREATE TABLE contact (id TEXT PRIMARY KEY, name TEXT, recorded_at TEXT NOT NULL)
            WITHOUT ROWID;
          CREATE TABLE tag (entry TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (tag, entry))
            WITHOUT ROWID;
          CREATE TABLE person (entry TEXT NOT NULL, contact TEXT, name TEXT);
          CREATE INDEX person_by_entry ON person (entry);
          CREATE VIRTUAL TABLE words USING fts5(subject UNINDEXED, body,
            tokenize = 'unicode61 remove_diacritics 2');
          """)
    }
  }

  /// Many changes at once cost one transaction.
  func update(_ body: (Update) throws -> Void) throws {
    try database.write { try body(Update(database: $0)) }
  }

  /// Inside one transaction.
  struct Update {
    let database: Database

    func put(_ folded: FoldedEntry) throws {
      guard let latest = folded.latest else { return }
      let id = folded.id.description
      try removeEntry(id)
      let entry = latest.entry
      try database.execute(
        sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, entry.when?.earliestKey ?? Int64.min, entry.when?.latestKey ?? Int64.min,
          entry.when?.text, entry.title?.bindable, entry.kind?.bindable,
          (folded.revisions.first ?? latest).statement.header.recordedAt.description,
          folded.pieces.count,
        ])
      for tag in Set(entry.tags) {
        try database.execute(
          sql: "INSERT OR IGNORE INTO tag VALUES (?, ?)", arguments: [id, tag.bindable])
      }
      for person in entry.who {
        let contact: String? =
          if case .contact(let id) = person.reference { id.description } else { nil }
        let name: String? = if case .name(let name) = person.reference { name } else { nil }
        try database.execute(
          sql: "INSERT INTO person VALUES (?, ?, ?)", arguments: [id, contact, name?.bindable])
      }
      try insertWords(id, words(of: folded))
    }

    func put(_ folded: FoldedContact) throws {
      guard let latest = folded.latest else { return }
      let id = folded.id.description
      try removeContact(id)
      let contact = latest.contact
      try database.execute(
        sql: "INSERT INTO contact VALUES (?, ?, ?)",
        arguments: [id, contact.name?.bindable, latest.statement.header.recordedAt.description])
      let texts =
        [contact.name, contact.role, contact.note].compactMap { $0 } + contact.phones
        + contact.emails + contact.addresses + contact.hiddenAddresses
      try insertWords(id, texts)
    }

    func remove(_ subject: SubjectID) throws {
      try removeEntry(subject.description)
      try removeContact(subject.description)
    }

    private func removeEntry(_ id: String) throws {
      guard try database.exists("SELECT 1 FROM entry WHERE id = ?", id) else { return }
      for sql in [
        "DELETE FROM entry WHERE id = ?", "DELETE FROM tag WHERE entry = ?",
        "DELETE FROM person WHERE entry = ?", "DELETE FROM words WHERE subject = ?",
      ] { try database.execute(sql: sql, arguments: [id]) }
    }

    private func removeContact(_ id: String) throws {
      guard try database.exists("SELECT 1 FROM contact WHERE id = ?", id) else { return }
      for sql in ["DELETE FROM contact WHERE id = ?", "DELETE FROM words WHERE subject = ?"] {
        try database.execute(sql: sql, arguments: [id])
      }
    }

    private func insertWords(_ id: String, _ texts: [String]) throws {
      try database.execute(
        sql: "INSERT INTO words (subject, body) VALUES (?, ?)",
        arguments: [id, texts.joined(separator: " · ").bindable])
    }

    private func words(of folded: FoldedEntry) -> [String] {
      let entry = folded.latest?.entry
      let texts = [
        entry?.title, entry?.text, entry?.said, entry?.felt, entry?.thought, entry?.effect,
        entry?.place, entry?.kind, entry?.paidTo, entry?.privateNote,
      ].compactMap { $0 }
      let people = (entry?.who ?? []).flatMap { person -> [String] in
        if case .name(let name) = person.reference {
          [name, person.role].compactMap { $0 }
        } else {
          [person.role].compactMap { $0 }
        }
      }
      return texts + people + (entry?.tags ?? []) + folded.pieces.map(\.attachment.name)
    }
  }

  // MARK: Reading

  /// Newest first by when it happened; those without a date last.
  func list(_ filter: EntryFilter) throws -> [EntrySummary] {
    try database.read { database in
      var summaries: [EntrySummary] = []
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT * FROM entry WHERE (:kind IS NULL OR kind = :kind)
            AND (:tag IS NULL OR id IN (SELECT entry FROM tag WHERE tag = :tag))
            AND (:who IS NULL OR id IN (
              SELECT entry FROM person LEFT JOIN contact ON contact.id = person.contact
              WHERE person.contact = :who OR instr(lower(person.name), lower(:who))
                OR instr(lower(contact.name), lower(:who))))
          ORDER BY earliest DESC, latest DESC, id
          """, arguments: ["kind": filter.kind, "tag": filter.tag, "who": filter.who])
      while summaries.count < filter.limit ?? .max, let row = try rows.next() {
        let summary = try EntrySummary(row)
        if filter.since == nil && filter.until == nil {
          summaries.append(summary)
        } else if let when = summary.when,
          when.overlaps(since: filter.since, until: filter.until)
        {
          summaries.append(summary)
        }
      }
      return summaries
    }
  }

  /// All the words, accents ignored, each as a beginning.
  func search(_ query: String, limit: Int) throws -> [SearchHit] {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: query) else { return [] }
    return try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT subject, snippet(words, 1, '«', '»', '…', 12) AS snippet FROM words
          WHERE words MATCH ? ORDER BY rank LIMIT ?
          """, arguments: [pattern, limit]
      ).compactMap { row in
        let id: String = row["subject"]
        return try hit(id, in: database).map { SearchHit(subject: $0, snippet: row["snippet"]) }
      }
    }
  }

  private func hit(_ id: String, in database: Database) throws -> SearchHit.Subject? {
    if let row = try Row.fetchOne(
      database, sql: "SELECT * FROM entry WHERE id = ?", arguments: [id])
    {
      return .entry(try EntrySummary(row))
    }
    return try Row.fetchOne(database, sql: "SELECT * FROM contact WHERE id = ?", arguments: [id])
      .map {
        .contact(
          id: try SubjectID(text: id), name: $0["name"] ?? "",
          recordedAt: try RecordedAt($0["recorded_at"] as String))
      }
  }

  enum Table: String { case entry, contact }

  /// The ids that begin with `prefix`, at most two: one is an answer, two are a question.
  func ids(in table: Table, beginning prefix: String) throws -> [SubjectID] {
    guard !prefix.isEmpty, prefix.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return [] }
    return try database.read { database in
      try String.fetchAll(
        database, sql: "SELECT id FROM \(table.rawValue) WHERE id >= ? AND id < ? LIMIT 2",
        arguments: [prefix, prefix + "\u{7F}"]
      ).map { try SubjectID(text: $0) }
    }
  }

  /// All contacts by name.
  func contacts() throws -> [SubjectID] {
    try database.read { database in
      try String.fetchAll(database, sql: "SELECT id FROM contact ORDER BY name, id").map {
        try SubjectID(text: $0)
      }
    }
  }

  /// The contact of exactly this name, if there is just one.
  func contact(named name: String) throws -> SubjectID? {
    try database.read { database in
      let found = try String.fetchAll(
        database, sql: "SELECT id FROM contact WHERE name = ? LIMIT 2", arguments: [name.bindable])
      return found.count == 1 ? try SubjectID(text: found[0]) : nil
    }
  }
}

extension EntrySummary {
  init(_ row: Row) throws {
    self.init(
      id: try SubjectID(text: row["id"] as String),
      when: try (row["happened"] as String?).map { try EDTFDate($0) }, title: row["title"],
      kind: row["kind"], recordedAt: try RecordedAt(row["recorded_at"] as String),
      attachments: row["pieces"])
  }
}

extension String {
  /// SQLite's text ends at the first NUL that it is given: the rest would be found by nobody.
  fileprivate var bindable: String {
    utf8.contains(0)
      ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : self
  }
}

extension Database {
  fileprivate func exists(_ sql: String, _ argument: String) throws -> Bool {
    try Bool.fetchOne(self, sql: sql, arguments: [argument]) ?? false
  }
}
