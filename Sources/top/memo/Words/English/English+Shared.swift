// SPDX-License-Identifier: Apache-2.0

extension English: SharedWords {
  var fieldsJsonStandardInput: String { "Fields as JSON on standard input" }
  var interrupted: String { "interrupted" }
  var keepFileReceivedAsk: String {
    "keep the file as received and ask for it to be sent again"
  }
  var name: String { "Name" }
  var telephone: String { "Telephone" }
  var address: String { "Address" }
  var note: String { "Note" }
  var exactWords: String { "Exact words" }
  var written: String { "Written by" }
  var paid: String { "Paid to" }
  var group: String { "Group" }
  var pieces: String { "pieces" }
}
