// SPDX-License-Identifier: Apache-2.0

/// What several rooms say.
protocol SharedWords: Sendable {
  var fieldsJsonStandardInput: String { get }
  var interrupted: String { get }
  var keepFileReceivedAsk: String { get }
  var name: String { get }
  var telephone: String { get }
  var address: String { get }
  var note: String { get }
  var exactWords: String { get }
  var written: String { get }
  var paid: String { get }
  var group: String { get }
  var pieces: String { get }
}
