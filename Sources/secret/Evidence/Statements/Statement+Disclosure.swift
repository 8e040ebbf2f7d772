// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog

extension Statement {
  /// THE disclosure filter, the only one: what a dossier or a proof shows of this statement
  /// (Format.md §4.3). A child is shown by initials.
  public func disclosed() throws -> Statement {
    let isChild = self[.child]?.value == .boolean(true)
    return try Statement(
      header: header,
      openings: openings.filter { opening in
        !opening.name.isPrivate && !(isChild && opening.name == .name)
      })
  }

  /// Whether an opening is here that may not be: what a verifier refuses.
  public var disclosesPrivate: Bool { openings.contains { $0.name.isPrivate } }
}
