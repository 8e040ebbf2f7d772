// SPDX-License-Identifier: Apache-2.0

/// A file for `age -R`: one recipient a line, of either kind, comments and blank lines.
public struct RecipientsFile: Sendable {
  /// At least one.
  public let recipients: [KeyRecipient]

  /// - Throws: ``KeyTextError``.
  public init(_ bytes: [UInt8]) throws {
    var recipients: [KeyRecipient] = []
    try bytes.withUnsafeBytes { bytes in
      try KeyLines.forEach(in: bytes) {
        recipients.append(try KeyRecipient(parsing: String(decoding: $0, as: UTF8.self)))
      }
    }
    self.recipients = recipients
  }
}
