// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import TransparencyLog

/// THE disclosure filter, the only one: what a dossier or a proof shows of a statement (Format.md §4.3).
///
/// What the person hides today is hidden in every earlier version too: an address that was written
/// openly and is now a shelter's must not leave with the history of the contact.
public struct Disclosure: Sendable {
  private let children: Set<SubjectID>
  private let hidden: [SubjectID: Set<String>]

  /// - Parameter fold: of everything in the vault; without it, each statement speaks for itself.
  public init(_ fold: Fold? = nil) {
    let revisions = (fold?.contacts ?? [:]).mapValues { $0.revisions.map(\.contact) }
    children = Set(revisions.filter { $0.value.contains(where: \.isChild) }.keys)
    hidden = revisions.mapValues { Set($0.flatMap(\.hiddenAddresses)) }
  }

  /// The statement with the openings that may leave. A child is shown by initials.
  public func filter(_ statement: Statement) throws -> Statement {
    let subject = statement.header.subject
    let isChild =
      children.contains(subject) || statement[.child]?.value == .boolean(true)
    let addresses = (hidden[subject] ?? []).union(
      statement.all(.hiddenAddress).compactMap(\.string))
    return try Statement(
      header: statement.header,
      openings: statement.openings.filter { opening in
        switch opening.name {
        case let name where !statement.header.type.mayDisclose(name): false
        case .name: !isChild
        case .address: !addresses.contains(opening.string ?? "")
        default: true
        }
      })
  }
}

extension Statement {
  /// Whether an opening is here that may not be: what a verifier refuses.
  public var disclosesPrivate: Bool { openings.contains { !header.type.mayDisclose($0.name) } }
}
