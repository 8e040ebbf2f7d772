// SPDX-License-Identifier: Apache-2.0
import Remote
import Evidence
import VaultKit

extension Contact {
  func jsonObject(id: String) -> [String: Any] {
    [
      "id": id, "name": name ?? JSONNull.value, "initials": initials ?? JSONNull.value,
      "role": role ?? JSONNull.value, "phones": phones, "emails": emails, "addresses": addresses,
      "hidden_addresses": hiddenAddresses, "note": note ?? JSONNull.value, "child": isChild,
      "organisation": isOrganisation,
    ]
  }
}

extension FoldedContact {
  var jsonObject: [String: Any] {
    (latest?.contact ?? Contact()).jsonObject(id: id.description)
  }

  var text: String {
    guard let contact = latest?.contact else { return "" }
    let hidden = say("Adresse cachée", "Hidden address")
    let fields: [(String, String?)] =
      [
        (say("Nom", "Name"), contact.name), (say("Initiales", "Initials"), contact.initials),
        (say("Qui", "Who"), contact.role), (say("Note", "Note"), contact.note),
      ] + contact.phones.map { (say("Téléphone", "Telephone"), $0) }
      + contact.emails.map { (say("Courriel", "E-mail"), $0) }
      + contact.addresses.map { (say("Adresse", "Address"), $0) }
      + contact.hiddenAddresses.map { (hidden, $0) }
    let lines = fields.compactMap { label, value in value.map { "\(label) : \(Output.safe($0))" } }
    return (lines + [say("Identifiant", "Id") + " : \(id)"]).joined(separator: "\n")
  }
}
