// SPDX-License-Identifier: Apache-2.0
public import Remote

/// One contact with its whole history.
public struct FoldedContact: Sendable {
  public struct Revision: Sendable {
    public let statement: Statement
    public let contact: Contact
    public let replaces: [LeafReference]
  }

  public let id: SubjectID
  public private(set) var revisions: [Revision] = []

  init(id: SubjectID) { self.id = id }

  mutating func add(_ statement: Statement) throws {
    revisions.append(
      Revision(
        statement: statement, contact: try Contact(statement),
        replaces: try LeafReference.list(statement[.replaces])))
  }

  /// The versions that nothing supersedes.
  public var current: [Revision] {
    let superseded = Set(revisions.flatMap(\.replaces))
    return revisions.filter { !superseded.contains(LeafReference($0.statement.header)) }
  }

  public var latest: Revision? { current.last ?? revisions.last }
}
