// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import TestSupport
import VaultKit

/// Operations chosen by a seed. Each is announced (`begin …`) and acknowledged (`done …`):
///
///     add ID TITLE · attach ID NAME SIZE · amend ID TITLE · withdraw ID · contact NAME
///
/// The id of an entry is known only once it is added: `begin add - TITLE`.
struct WriterLoop {
  private let vault: Vault
  private let scratch: String
  private let seed: UInt64
  private var random: SmallRandom
  private var counter = 0
  private var entries: [String] = []

  init(vault: Vault, scratch: String, seed: UInt64) async throws {
    self.vault = vault
    self.scratch = scratch
    self.seed = seed
    random = SmallRandom(seed: seed)
    entries = try await vault.list().map(\.id.description)
    CrashWriter.say("ready")
  }

  mutating func run() async throws {
    while true {
      counter += 1
      let name = "\(seed)-\(counter)"
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<8: try await add(name)
      case 8..<14: try await attach(name)
      case 14..<17: try await amend(name)
      case 17..<19: try await withdraw()
      default: try await contact(name)
      }
    }
  }

  private mutating func add(_ title: String) async throws {
    CrashWriter.say("begin add - \(title)")
    var entry = Entry()
    entry.title = title
    entry.text = "Texte de \(title)"
    let id = try await vault.add(entry).description
    entries.append(id)
    CrashWriter.say("done add \(id) \(title)")
  }

  private mutating func attach(_ name: String) async throws {
    guard let id = entries.randomElement(using: &random) else { return }
    // Most are small; some are of several chunks.
    let size = Int.random(
      in: 1...(Int.random(in: 0..<8, using: &random) == 0 ? 3 << 20 : 30_000), using: &random)
    let path = scratch + "/" + name
    try Data(Pattern.bytes(name, count: size)).write(to: URL(fileURLWithPath: path))
    CrashWriter.say("begin attach \(id) \(name) \(size)")
    _ = try await vault.attach([AttachRequest(path: path)], to: id)
    CrashWriter.say("done attach \(id) \(name) \(size)")
    try FileManager.default.removeItem(atPath: path)
  }

  private mutating func amend(_ title: String) async throws {
    guard let id = entries.randomElement(using: &random) else { return }
    CrashWriter.say("begin amend \(id) \(title)")
    _ = try await vault.amend(id, reason: nil) { $0.title = title }
    CrashWriter.say("done amend \(id) \(title)")
  }

  private mutating func withdraw() async throws {
    guard entries.count > 3, let id = entries.randomElement(using: &random) else { return }
    entries.removeAll { $0 == id }
    CrashWriter.say("begin withdraw \(id)")
    _ = try await vault.withdraw(id, reason: nil)
    CrashWriter.say("done withdraw \(id)")
  }

  private func contact(_ name: String) async throws {
    CrashWriter.say("begin contact \(name)")
    var contact = Contact()
    contact.name = name
    _ = try await vault.addContact(contact)
    CrashWriter.say("done contact \(name)")
  }
}
