// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import Evidence
import VaultKit

/// `memo contact`: people and organisations.
struct ContactCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "contact", words.peopleOrganisations,
      examples: [
        "memo contact add --stdin < contact.json", "memo contact list", "memo contact show p7qx",
      ],
      subcommands: [
        ContactAdd.self, ContactList.self, ContactShow.self, ContactEdit.self, ContactRemove.self,
      ])
  }
}

struct ContactAdd: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "add", words.addsContact,
      examples: ["memo contact add --stdin < contact.json"])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var fields: ContactOptions

  func run() async throws {
    var fields = fields
    try fields.readStandardInput()
    if fields.isEmpty, !fields.stdin, !shared.json, let terminal = Terminal() {
      guard try ContactQuestions(terminal: terminal).ask(into: &fields) else {
        return shared.tell(words.nothingLogged)
      }
    }
    guard fields.name?.isEmpty == false else {
      throw Failure(
        .usage, "name", words.nameMissing,
        words.giveNameStdin)
    }
    let vault = try await shared.open()
    var contact = Contact()
    fields.apply(to: &contact)
    let id = try await vault.addContact(contact)
    if shared.json { return try Output.json(await vault.contact(id.description).jsonObject) }
    shared.tell(words.saved + id.description)
  }
}

struct ContactList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo("list", words.listsContacts, examples: ["memo contact list"])
  }

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let vault = try await shared.open()
    let contacts = try await vault.contacts()
    if shared.json { try Output.json(contacts.map(\.jsonObject)) }
    try shared.show(
      contacts.map { folded in
        let role = folded.latest?.contact.role.map { " (\(Output.line($0)))" } ?? ""
        let name = Output.line(folded.latest?.contact.shownName ?? "")
        return "\(folded.id.description.prefix(8))  \(name)\(role)"
      })
    try await shared.nameDamage(vault.damage())
    if contacts.isEmpty { shared.tell(words.noContactHere) }
  }
}

struct ContactShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo("show", words.showsContact, examples: ["memo contact show p7qx"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.idBeginning))
  var contact: String

  func run() async throws {
    let vault = try await shared.open()
    let folded = try await vault.contact(contact)
    if shared.json { try Output.json(folded.jsonObject) }
    try shared.show([folded.text])
    try await shared.nameDamage(vault.damage())
  }
}

struct ContactEdit: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "edit", words.editsContact,
      words.onlyFieldsGivenChangeEmpty,
      examples: ["memo contact edit p7qx --stdin < contact.json"])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var fields: ContactOptions
  @Argument(help: ArgumentHelp(words.idBeginning))
  var contact: String

  func run() async throws {
    var fields = fields
    try fields.readStandardInput()
    let given = fields
    let vault = try await shared.open()
    let id = try await vault.editContact(contact) { given.apply(to: &$0) }
    if shared.json { return try Output.json(await vault.contact(id.description).jsonObject) }
    shared.tell(words.edited)
  }
}

struct ContactRemove: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "remove", words.removesContactHere,
      examples: ["memo contact remove p7qx"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.idBeginning))
  var contact: String
  @Flag(help: ArgumentHelp(words.withoutAsking)) var yes = false

  func run() async throws {
    let vault = try await shared.open()
    if !yes {
      let shown = try await vault.contact(contact).text
      guard try shared.agrees(to: words.questionRemoveContact, about: shown) else {
        return shared.tell(words.nothingTouched)
      }
    }
    let id = try await vault.removeContact(contact)
    if shared.json { return try Output.json(["id": id.description]) }
    shared.tell(words.removedHere)
  }
}
