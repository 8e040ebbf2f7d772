// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import DurableFiles
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import TestSupport
import VaultKit

/// A day's work on a vault, held where a test wants to look at the process and its files.
struct Scene {
  let vault: String
  /// `canary`, `passphrase`, the file to attach; and what is waited for.
  let input: String
  let output: String

  /// Says `line` and waits until the test has looked.
  func hold(_ line: String) {
    CrashWriter.say(line)
    while !FileManager.default.fileExists(atPath: "\(input)/go-\(line)") { usleep(2_000) }
  }

  func run() async throws {
    try await work()
    hold("locked")
  }

  /// Everything of the vault is gone when this returns.
  private func work() async throws {
    let passphrase = try secret("passphrase")
    let vault =
      Files.exists(self.vault)
      ? try await LockedVault(self.vault, environment: CrashWriter.environment)
        .unlock(passphrase: passphrase)
      : try await NewVault.create(
        at: self.vault, passphrase: passphrase, environment: CrashWriter.environment)
    let canary = String(decoding: try Files.read(input + "/canary", limit: 4096), as: UTF8.self)
    try await write(vault, canary)
    try await read(vault, canary)
    hold("open")
    try await vault.changePassphrase(to: secret("new-passphrase"))
    hold("changed")
  }

  /// Straight into guarded memory.
  private func secret(_ name: String) throws -> SecretBytes {
    let file = try OpenFile.reading(input + "/" + name)
    return try SecretBytes(count: file.identity().size) { _ = try file.read(into: $0, at: 0) }
  }

  private func write(_ vault: Vault, _ canary: String) async throws {
    let contact = try await vault.addContact(Self.contact(canary))
    let entry = try Self.entry(canary, contact)
    let piece = AttachRequest(path: "\(input)/\(canary).txt", nature: .copy, partial: canary)
    let first = try await vault.add([NewEntry(entry, pieces: [piece])])[0]
    _ = try await vault.attach([piece], to: "\(first)")
    _ = try await vault.amend("\(first)", reason: canary) { $0.text = canary + " bis" }
    let gone = try await vault.add([NewEntry(entry, pieces: [piece])])[0]
    _ = try await vault.withdraw("\(gone)", reason: canary)
    _ = try await vault.editContact("\(contact)") { $0.note = canary + " ter" }
    let other = try await vault.addContact(Self.contact(canary))
    _ = try await vault.removeContact("\(other)")
    try await vault.keepDraft(Array(canary.utf8))
  }

  private func read(_ vault: Vault, _ canary: String) async throws {
    var filter = EntryFilter()
    filter.tag = canary
    filter.who = canary
    let found = try await vault.list(filter)
    let hits = try await vault.search(canary)
    guard let id = found.first?.id, !hits.isEmpty else { throw CocoaError(.coderInvalidValue) }
    _ = try await (vault.entry("\(id)"), vault.contacts(), vault.history(), vault.draft())
    guard let name = try await vault.entry("\(id)").pieces.first?.attachment.id else {
      throw CocoaError(.coderInvalidValue)
    }
    _ = try await vault.save("\(name)", of: "\(id)", to: output + "/saved")
    try await vault.prove("\(id)", to: output + "/proof")
    try Files.createFolder(output + "/stick")
    guard try await vault.copy(to: output + "/stick").problems.isEmpty else {
      throw CocoaError(.coderInvalidValue)
    }
    let recipient = try X25519Identity.generate(random: SystemRandom()).recipient
    var request = ExportRequest()
    request.recipients = [(recipient, recipient.description)]
    request.cover = ["parties": canary]
    let result = try await vault.export(request, to: output + "/dossier")
    try await vault.recordHandover(result, to: [canary])
    guard try await vault.check(deep: true).ok else { throw CocoaError(.coderInvalidValue) }
    _ = try await vault.pendingKit().map { kit in
      (try kit.text(), try kit.lines(), try kit.group(5))
    }
  }

  private static func contact(_ canary: String) -> Contact {
    var contact = Contact()
    contact.name = canary
    contact.initials = canary
    contact.role = canary
    contact.phones = [canary]
    contact.emails = [canary]
    contact.addresses = [canary]
    contact.hiddenAddresses = [canary + " caché"]
    contact.note = canary
    return contact
  }

  private static func entry(_ canary: String, _ contact: SubjectID) throws -> Evidence.Entry {
    var entry = Evidence.Entry()
    entry.title = canary
    entry.text = canary
    entry.when = try EDTFDate("2021-03~")
    entry.place = canary
    entry.kind = canary
    entry.said = canary
    entry.felt = canary
    entry.thought = canary
    entry.effect = canary
    entry.paidTo = canary
    entry.lang = canary
    entry.who = [Person(.contact(contact), role: canary), Person(.name(canary), role: canary)]
    entry.tags = [canary]
    entry.privateNote = canary
    return entry
  }
}
