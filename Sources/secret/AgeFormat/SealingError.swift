// SPDX-License-Identifier: Apache-2.0

/// Why a file cannot be made as asked.
public enum SealingError: Error, Equatable, Sendable {
  /// A file for nobody.
  case noRecipients
  /// A passphrase must be the only recipient.
  case passphraseNotAlone
  /// Post-quantum recipients beside others, whose stanzas would give the file key away with them.
  case postQuantumMixed
  /// A scrypt work factor outside 1...30.
  case invalidWorkFactor
  /// More recipients, or larger ones, than a header may hold for its reader.
  case tooManyRecipients
  /// More chunks than the counter can number.
  case tooLarge
  /// The file was finished, or failed, before this call.
  case closed
}
