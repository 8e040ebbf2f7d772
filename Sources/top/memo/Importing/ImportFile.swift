// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import Foundation
import VaultKit

/// The entries of one file, JSON Lines or CSV, each with the line it came from.
struct ImportFile {
  /// As small as it can be: there may be a hundred thousand.
  struct Item {
    let entry: Entry
    /// `REF:ROLE`, which only the open vault can tell.
    let who: [String]
    let pieces: [AttachRequest]
  }

  static let limit = 1 << 30
  static let keys = EntryOptions.keys.subtracting(["reason"])
  let path: String
  private(set) var items: [Item] = []
  /// Lines that cannot be read, and why.
  private(set) var bad: [(line: Int, failure: Failure)] = []

  /// Made once: parsing no options still takes its time.
  private let blank: (EntryOptions, PieceOptions)

  /// Where the files are that lines may name; without it none may.
  private let folder: String?

  init(_ path: String, attachmentsFrom folder: String?) throws {
    self.path = path
    self.folder = folder
    blank = (try EntryOptions.none(), try PieceOptions.none())
    let bytes = try SharedOptions.contents(of: path, limit: Self.limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        .usage, "encoding",
        words.fileNotUtf8,
        detail: path)
    }
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    if first == "{" { readLines(text) } else { try readTable(text) }
  }

  private mutating func readLines(_ text: String) {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
      add(index + 1) { try StdinObject(json: Data(line), allowing: Self.keys) }
    }
  }

  private mutating func readTable(_ text: String) throws {
    var names: [String]?
    do {
      try CSVTable.read(text) { row in
        guard let names else {
          names = row.cells.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
          return
        }
        // Spreadsheets leave rows without content behind.
        guard !row.cells.allSatisfy(\.isEmpty) else { return }
        add(row.line) { try Self.object(names, row.cells) }
      }
    } catch let error as CSVTable.Malformed {
      bad.append((error.line, Self.unreadableRow))
    }
  }

  private static func object(_ names: [String], _ cells: [String]) throws -> StdinObject {
    guard cells.count <= names.count else { throw unreadableRow }
    var object: [String: Any] = [:]
    for (name, cell) in zip(names, cells) where !cell.isEmpty {
      // A repeatable column may stand several times.
      if let list = object[name] as? [String] {
        object[name] = list + [cell]
      } else {
        object[name] = (object[name] as? String).map { [$0, cell] } ?? cell
      }
    }
    return try StdinObject(object, allowing: keys)
  }

  private mutating func add(_ line: Int, _ read: () throws -> StdinObject) {
    do {
      let object = try read()
      var (fields, pieces) = blank
      try fields.read(object)
      try pieces.read(object)
      // Values are tried now, so that every bad line is named at once.
      var entry = Entry()
      try fields.apply(to: &entry, people: [], language: nil)
      let paths = try object.strings("attach").map(allowed)
      guard entry != Entry() || !fields.who.isEmpty || !paths.isEmpty else {
        throw Failure.nothingToLog
      }
      items.append(Item(entry: entry, who: fields.who, pieces: try pieces.requests(paths)))
    } catch {
      bad.append((line, Failure(error)))
    }
  }

  /// An import file may come from someone else: it names no file of this machine but those in the folder
  /// that the person gave, and by no detour.
  private func allowed(_ name: String) throws -> String {
    let refused = Failure(.usage, "attach", words.attachOutside)
    guard let folder, !folder.isEmpty else { throw refused }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.utf8.contains(0), parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      throw refused
    }
    var path = folder
    for part in parts {
      path += "/" + part
      // Of the link itself, where there is one.
      let kind =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if kind == .typeSymbolicLink { throw refused }
    }
    return path
  }

  private static var unreadableRow: Failure {
    Failure(.usage, "csv", words.malformedLine)
  }
}

extension ParsableArguments {
  /// As if nothing had been given.
  static func none() throws -> Self { try parse([]) }
}
