// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import VaultKit

/// The fields of a contact, from options or standard input.
struct ContactOptions: ParsableArguments {
  @Option(help: ArgumentHelp(words.name)) var name: String?
  @Option(help: ArgumentHelp(words.initialsShow)) var initials: String?
  @Option(
    help: ArgumentHelp(words.neighbourDoctor))
  var role: String?
  @Option(help: ArgumentHelp(words.telephone)) var phone: [String] = []
  @Option(help: ArgumentHelp(words.eMailAddress)) var email: [String] =
    []
  @Option(help: ArgumentHelp(words.address)) var address: [String] = []
  @Flag(
    help: ArgumentHelp(
      words.addressNeverLeavesVault)) var hidden =
    false
  @Option(help: ArgumentHelp(words.note)) var note: String?
  @Flag(
    help: ArgumentHelp(words.childShownInitials))
  var child = false
  @Flag(help: ArgumentHelp(words.organisation)) var organisation = false
  @Flag(
    help: ArgumentHelp(
      words.fieldsJsonStandardInput)) var stdin =
    false

  private static let keys: Set<String> = [
    "name", "initials", "role", "phone", "email", "address", "hidden", "note", "child",
    "organisation",
  ]

  mutating func readStandardInput() throws {
    guard stdin else { return }
    let object = try StandardInput.object(allowing: Self.keys)
    name = try object.string("name") ?? name
    initials = try object.string("initials") ?? initials
    role = try object.string("role") ?? role
    note = try object.string("note") ?? note
    phone += try object.strings("phone")
    email += try object.strings("email")
    address += try object.strings("address")
    hidden = try object.flag("hidden") || hidden
    child = try object.flag("child") || child
    organisation = try object.flag("organisation") || organisation
  }

  /// Whether no text was given.
  var isEmpty: Bool {
    [name, initials, role, note].allSatisfy { $0 == nil }
      && [phone, email, address].allSatisfy(\.isEmpty)
  }

  func apply(to contact: inout Contact) {
    func set(_ path: WritableKeyPath<Contact, String?>, _ value: String?) {
      if let value { contact[keyPath: path] = value.isEmpty ? nil : value }
    }
    func set(_ path: WritableKeyPath<Contact, [String]>, _ values: [String]) {
      if !values.isEmpty { contact[keyPath: path] = values.filter { !$0.isEmpty } }
    }
    set(\.name, name)
    set(\.initials, initials)
    set(\.role, role)
    set(\.note, note)
    set(\.phones, phone)
    set(\.emails, email)
    if hidden {
      // An address that becomes hidden is nowhere in clear any more.
      let known = contact.addresses + contact.hiddenAddresses
      contact.hiddenAddresses = address.isEmpty ? known : address.filter { !$0.isEmpty }
      contact.addresses = []
    } else {
      set(\.addresses, address)
    }
    if child { contact.isChild = true }
    if organisation { contact.isOrganisation = true }
  }
}
