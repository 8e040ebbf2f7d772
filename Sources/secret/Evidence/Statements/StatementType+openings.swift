// SPDX-License-Identifier: Apache-2.0

extension StatementType {
  private static let entry: Set<FieldName> = [
    .title, .text, .when, .place, .kind, .said, .felt, .thought, .effect, .writtenBy, .amount,
    .paidTo, .lang, .who,
  ]

  /// The table of Format.md §4.3, without what is private.
  private static let disclosable: [StatementType: Set<FieldName>] = [
    .logOpened: [.predecessor],
    .entryLogged: entry,
    .entryAmended: entry.union([.reason, .replaces]),
    .entryAttached: [.attachment],
    .entryWithdrawn: [.reason, .removes],
    .contactSaved: [
      .name, .initials, .role, .phone, .email, .address, .note, .child, .organisation, .replaces,
    ],
    .contactRemoved: [.removes],
    .deviceCertified: [.certificate],
    .deviceRevoked: [.logs],
    .formatRaised: [.format],
  ]

  /// Whether a dossier or a proof may show this field of such a statement. A name that is not in the
  /// type's row is unknown there, and so private: a later version may mean a secret by it.
  public func mayDisclose(_ name: FieldName) -> Bool {
    Self.disclosable[self]?.contains(name) == true
  }
}
