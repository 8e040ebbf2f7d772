// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import TestSupport
import Testing
import VaultKit

/// What a killed writer had acknowledged, and the one thing that it had only begun.
struct Acknowledged {
  struct Entry {
    var title: String
    var pieces: [String: Int] = [:]
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var withdrawn: Set<String> = []
  private(set) var contacts: Set<String> = []
  private(set) var operations = 0
  private var begun: [String]?
  /// Pieces acknowledged since the last comparison of bytes.
  private var fresh: [(entry: String, name: String)] = []

  /// The lines of one run of `CrashWriter write`.
  mutating func read(_ lines: [String]) {
    begun = nil
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "begin": begun = Array(words.dropFirst())
      case "done":
        begun = nil
        operations += 1
        note(Array(words.dropFirst()))
      default: break
      }
    }
  }

  private mutating func note(_ words: [String]) {
    switch words[0] {
    case "add": entries[words[1]] = Entry(title: words[2])
    case "amend": entries[words[1]]?.title = words[2]
    case "attach":
      entries[words[1]]?.pieces[words[2]] = Int(words[3])
      fresh.append((words[1], words[2]))
    case "withdraw":
      entries[words[1]] = nil
      withdrawn.insert(words[1])
    default: contacts.insert(words[1])
    }
  }

  /// What was begun and not acknowledged may be there or not: the vault says which, and it holds from then on.
  private mutating func settle(_ vault: Vault) async throws {
    guard let words = begun else { return }
    begun = nil
    let isDone: Bool
    switch words[0] {
    case "add":
      let id = try await vault.list().first { $0.title == words[2] }?.id.description
      return note(id.map { ["add", $0, words[2]] } ?? ["amend", "-", "-"])
    case "withdraw": isDone = try await !vault.list().contains { $0.id.description == words[1] }
    case "amend": isDone = try await vault.entry(words[1]).latest?.entry.title == words[2]
    case "attach":
      isDone = try await vault.entry(words[1]).pieces.contains { $0.attachment.name == words[2] }
    default:
      isDone = try await vault.contacts().contains { $0.latest?.contact.name == words[1] }
    }
    if isDone { note(words) }
  }

  /// Requires that everything acknowledged is there and nothing else.
  mutating func compare(with vault: Vault, scratch: TemporaryFolder) async throws {
    try await settle(vault)
    #expect(try await Set(vault.list().map(\.id.description)) == Set(entries.keys))
    #expect(
      try await Set(vault.contacts().compactMap { $0.latest?.contact.name }) == contacts)
    for (id, entry) in entries {
      let folded = try await vault.entry(id)
      #expect(folded.latest?.entry.title == entry.title)
      #expect(Set(folded.pieces.map(\.attachment.name)) == Set(entry.pieces.keys))
    }
    for id in withdrawn {
      await #expect(throws: VaultError.notFound) { try await vault.entry(id) }
    }
    for (id, name) in fresh {
      guard let size = entries[id]?.pieces[name] else { continue }
      let path = scratch.file("saved")
      _ = try await vault.save(name, of: id, to: path)
      #expect(try scratch.read("saved") == Pattern.bytes(name, count: size))
      try FileManager.default.removeItem(atPath: path)
    }
    fresh = []
  }
}
