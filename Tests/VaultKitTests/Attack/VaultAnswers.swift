// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Hashing
import Remote
import Seal
import Sodium
import TestSupport
import VaultKit

/// Everything that a vault says, question by question: an answer, or a refusal.
struct VaultAnswers: Sendable {
  var entryCount: Int { entries.count }
  var pieceCount: Int { pieces.count }
  private(set) var parts: [String: Result<String, VaultError>] = [:]
  /// Of every statement that was shown, whatever was said about it.
  private(set) var shown: Set<String> = []
  private var entries: [String] = []
  private var pieces: [(entry: String, id: String)] = []

  /// Asks an untouched vault everything.
  init(of vault: Vault, scratch: String) async throws {
    entries = try await vault.list().map(\.id.description).sorted()
    for entry in entries {
      pieces += try await vault.entry(entry).pieces.map { (entry, "\($0.attachment.id)") }
    }
    await ask(vault, scratch)
  }

  /// Asks an attacked vault what the untouched one was asked.
  init(of vault: Vault, like known: VaultAnswers, scratch: String) async {
    (entries, pieces) = (known.entries, known.pieces)
    await ask(vault, scratch)
  }

  private mutating func ask(_ vault: Vault, _ scratch: String) async {
    // Around damage it answers for the rest, and names the damage with it.
    let damage = (try? await vault.damage()) ?? []
    func whole(_ answer: String) throws -> String {
      guard damage.isEmpty else { throw VaultError.damaged("named") }
      return answer
    }
    await ask("list") { try whole(Self.text(try await vault.list().map(Self.line))) }
    for word in ["premier", "recit", "lettre", "camille", "retire", "loyer", "reprise"] {
      await ask("search \(word)") {
        try whole(
          Self.text(
            try await vault.search(word).map { Self.line($0.subject) + $0.snippet }.sorted()))
      }
    }
    for entry in entries {
      if let statements = try? await vault.entry(entry).statements {
        shown.formUnion(statements.map(Self.digest))
      }
      await ask("show \(entry)") { try whole(Self.text(try await vault.entry(entry).statements)) }
    }
    for piece in pieces {
      await ask("piece \(piece.id)") {
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        _ = try await vault.save(piece.id, of: piece.entry, to: scratch)
        return Self.digest(try Array(Data(contentsOf: URL(fileURLWithPath: scratch))))
      }
    }
    if let contacts = try? await vault.contacts() {
      shown.formUnion(contacts.flatMap(\.revisions).map { Self.digest($0.statement) })
    }
    await ask("contacts") {
      try whole(Self.text(try await vault.contacts().flatMap(\.revisions).map(\.statement)))
    }
    await ask("history") {
      let (items, problems) = try await vault.history(includingBlanks: true)
      guard problems.isEmpty else { throw VaultError.damaged("named") }
      return Self.text(
        items.map { item in
          "\(item.log) \(item.sequence) \(item.type?.rawValue ?? "-") \(item.leaf) \(item.isQuarantined)"
        })
    }
    await ask("heads") {
      Self.text(try await vault.heads().map { "\($0.log) \($0.size) \($0.root) \($0.isRevoked)" })
    }
    await ask("draft") { Self.digest(try await vault.draft() ?? []) }
    await ask("kit") {
      try await vault.pendingKit()?.text().withUnsafeBytes { Self.digest(Array($0)) } ?? "confirmed"
    }
  }

  private mutating func ask(_ question: String, _ answer: () async throws -> String) async {
    do {
      parts[question] = .success(try await answer())
    } catch let error as VaultError {
      parts[question] = .failure(error)
    } catch {
      parts[question] = .success("an error that is not VaultError: \(error)")
    }
  }

  private static func text(_ statements: [Statement]) -> String {
    text(statements.map(digest))
  }

  private static func digest(_ statement: Statement) -> String {
    digest(statement.header.encoded + statement.encodedOpenings)
  }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  private static func digest(_ bytes: [UInt8]) -> String { Hex.encode(SHA256.hash(bytes).bytes) }

  private static func line(_ entry: EntrySummary) -> String {
    "\(entry.id) \(entry.when?.text ?? "-") \(entry.title ?? "-") \(entry.attachments)"
  }

  private static func line(_ subject: SearchHit.Subject) -> String {
    switch subject {
    case .entry(let entry): line(entry)
    case .contact(let id, let name, _): "\(id) \(name)"
    }
  }

  var refusals: [String: VaultError] {
    parts.compactMapValues { if case .failure(let error) = $0 { error } else { nil } }
  }

  /// The questions that were answered, and otherwise than in `other`.
  func differing(from other: VaultAnswers) -> [String] {
    parts.filter { question, answer in
      guard case .success(let text) = answer else { return false }
      guard case .success(let expected)? = other.parts[question] else { return true }
      return text != expected
    }.keys.sorted()
  }
}
