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
    let hidden = words.hiddenAddress
    let fields: [(String, String?)] =
      [
        (words.name, contact.name), (words.initials, contact.initials),
        (words.who, contact.role), (words.note, contact.note),
      ] + contact.phones.map { (words.telephone, $0) }
      + contact.emails.map { (words.eMail, $0) }
      + contact.addresses.map { (words.address, $0) }
      + contact.hiddenAddresses.map { (hidden, $0) }
    let lines = fields.compactMap { label, value in value.map { "\(label) : \(Output.safe($0))" } }
    return (lines + [words.id + " : \(id)"]).joined(separator: "\n")
  }
}
