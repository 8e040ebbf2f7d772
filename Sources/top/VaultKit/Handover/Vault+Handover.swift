// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Sodium
internal import TransparencyLog

extension Vault {
  /// Records that a dossier was handed over; only when the person asks for it, because a glance at the
  /// device must not show that a lawyer was reached (DESIGN §4).
  /// - Parameter recipients: their texts; private, like everything in this statement.
  public func recordHandover(_ result: ExportResult, to recipients: [String]) throws {
    try VaultError.mapping {
      var fields: [(name: FieldName, value: JSONValue)] = [
        (
          .dossierDigest,
          .string(Base64.encode(try Hex.decode(result.sha256), .urlUnpadded))
        )
      ]
      fields += recipients.map { (.recipient, .string($0)) }
      let draft = StatementDraft(
        .dossierSealed, subject: try SubjectID(result.dossier.bytes), fields: fields)
      try commit([{ _ in draft }])
    }
  }
}
