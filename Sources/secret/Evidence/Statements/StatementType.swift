// SPDX-License-Identifier: Apache-2.0

/// What a statement does. Types that this program does not know are kept and counted.
public struct StatementType: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  /// `nil` unless it is `[a-z_]+(\.[a-z_]+)*`, at most 64 characters.
  public init?(rawValue: String) {
    let parts = rawValue.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { FieldName.isNameByte($0) }
    }
    guard isName, rawValue.utf8.count <= 64 else { return nil }
    self.rawValue = rawValue
  }

  private init(known rawValue: String) { self.rawValue = rawValue }

  public static let logOpened = StatementType(known: "log.opened")
  public static let entryLogged = StatementType(known: "entry.logged")
  public static let entryAmended = StatementType(known: "entry.amended")
  public static let entryAttached = StatementType(known: "entry.attached")
  public static let entryWithdrawn = StatementType(known: "entry.withdrawn")
  public static let contactSaved = StatementType(known: "contact.saved")
  public static let contactRemoved = StatementType(known: "contact.removed")
  public static let deviceCertified = StatementType(known: "device.certified")
  public static let deviceRevoked = StatementType(known: "device.revoked")
  public static let formatRaised = StatementType(known: "format.raised")
  /// The hand-over of a dossier, when the person wants it recorded.
  public static let dossierSealed = StatementType(known: "dossier.sealed")
  /// An order to erase elsewhere, and the word that stops it (Sync.md §11).
  public static let erasureOrdered = StatementType(known: "erasure.ordered")
  public static let erasureCancelled = StatementType(known: "erasure.cancelled")
  public static let blank = StatementType(known: "blank")
}
