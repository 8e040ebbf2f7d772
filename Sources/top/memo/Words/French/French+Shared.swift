// SPDX-License-Identifier: Apache-2.0

extension French: SharedWords {
  var fieldsJsonStandardInput: String { "Champs en JSON sur l'entrée standard" }
  var interrupted: String { "interrompu" }
  var keepFileReceivedAsk: String { "gardez le fichier reçu et demandez un nouvel envoi" }
  var name: String { "Nom" }
  var telephone: String { "Téléphone" }
  var address: String { "Adresse" }
  var note: String { "Note" }
  var exactWords: String { "Paroles exactes" }
  var written: String { "Écrit par" }
  var paid: String { "Payée à" }
  var group: String { "Groupe" }
  var pieces: String { "pièces" }
}
