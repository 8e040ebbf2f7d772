// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB
internal import SyncServer

/// A row of `object`: an object, or which file it is in.
struct ObjectRow: Sendable {
  enum Place: Sendable {
    case row([UInt8])
    case file(FileName)

    var file: FileName? { if case .file(let name) = self { name } else { nil } }
  }

  let size: Int
  let checksum: Checksum
  let place: Place

  /// The object, once its bytes are what was written.
  /// - Parameter bytes: of the file, where there is one.
  func object(for key: ObjectKey, bytes: [UInt8]?) throws -> StoredObject {
    let bytes = if case .row(let body) = place { body } else { bytes ?? [] }
    guard bytes.count == size, Checksum(of: bytes, key: key) == checksum else {
      throw StorageError.damaged
    }
    return StoredObject(bytes: bytes, version: checksum.version)
  }
}

extension ObjectRow {
  private static let columns = "size, checksum, file, body"

  static func fetch(_ database: Database, _ key: ObjectKey) throws -> ObjectRow? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columns) FROM object WHERE name = ?")
    return try Row.fetchOne(statement, arguments: [key.description]).map(ObjectRow.init)
  }

  private init(_ row: Row) throws {
    size = try row.size()
    guard let checksum = Checksum(try row.blob("checksum")) else { throw StorageError.damaged }
    self.checksum = checksum
    switch (try row.optionalBlob("file"), try row.optionalBlob("body")) {
    case (nil, let body?): place = .row(body)
    case (let file?, nil):
      guard let name = FileName(file) else { throw StorageError.damaged }
      place = .file(name)
    default: throw StorageError.damaged
    }
  }

  static func exists(_ database: Database, _ key: ObjectKey) throws -> Bool {
    try Row.fetchOne(
      database, sql: "SELECT 1 FROM object WHERE name = ?", arguments: [key.description]) != nil
  }

  static func list(
    _ database: Database, prefix: String, after: ObjectKey?, limit: Int
  ) throws -> [ListedObject] {
    // Names are ASCII: what begins with a prefix lies below the prefix and the highest of all characters. A NUL would end
    // the text for SQLite.
    guard !prefix.utf8.contains(0) else { return [] }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT name, size FROM object WHERE name >= ? AND name < ? AND name > ? ORDER BY name LIMIT ?
        """,
      arguments: [
        prefix, prefix + "\u{10FFFF}", after?.description ?? "", min(max(limit, 1), 1000),
      ])
    return try rows.map { row in
      guard let key = ObjectKey(try row.text("name")) else { throw StorageError.damaged }
      return ListedObject(key: key, size: try row.size())
    }
  }

  /// Every file that a row names.
  static func files(_ database: Database) throws -> Set<FileName> {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT file FROM object WHERE file IS NOT NULL")
    var files: Set<FileName> = []
    while let row = try rows.next() {
      guard let name = FileName(try row.blob("file")) else { throw StorageError.damaged }
      files.insert(name)
    }
    return files
  }

  // MARK: Writing

  /// `false` when the name is taken.
  func insert(_ database: Database, as key: ObjectKey) throws -> Bool {
    try database.execute(
      sql: """
        INSERT INTO object (name, \(Self.columns)) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (name) DO NOTHING
        """, arguments: [key.description] + arguments)
    return database.changesCount == 1
  }

  /// In the place of a row that is there.
  func update(_ database: Database, as key: ObjectKey) throws {
    try database.execute(
      sql: "UPDATE object SET size = ?, checksum = ?, file = ?, body = ? WHERE name = ?",
      arguments: arguments + [key.description])
  }

  /// The file that no row names any more.
  static func delete(_ database: Database, _ key: ObjectKey) throws -> FileName? {
    // What is damaged can be deleted too; its file is then nobody's.
    let file = try Row.fetchOne(
      database, sql: "SELECT file FROM object WHERE name = ?", arguments: [key.description])
    try database.execute(sql: "DELETE FROM object WHERE name = ?", arguments: [key.description])
    return try? file?.optionalBlob("file").flatMap(FileName.init)
  }

  private var arguments: StatementArguments {
    let body: Data? = if case .row(let bytes) = place { Data(bytes) } else { nil }
    return [size, Data(checksum.bytes), place.file.map { Data($0.bytes) }, body]
  }
}
