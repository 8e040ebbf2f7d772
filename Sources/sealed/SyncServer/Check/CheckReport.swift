// SPDX-License-Identifier: Apache-2.0

/// What a look at every stored object found.
public struct CheckReport: Equatable, Sendable {
  public struct Problem: Hashable, Sendable {
    public enum Kind: String, Sendable {
      /// The bytes are not those of the name.
      case wrongHash = "wrong-hash"
      /// Not of the shape of its kind, or not signed by whom it should be.
      case malformed
      /// Named, and not there.
      case missing
      /// The state says something else than what it was made from.
      case stateDiffers = "state-differs"
      /// A name that no server gives.
      case unknownName = "unknown-name"
      /// The store cannot give it.
      case unreadable
    }

    public let kind: Kind
    /// Of the object.
    public let name: String
  }

  public var vaults = 0
  public var objects = 0
  public var bytes = 0
  /// Segments that no log names: put and never appended, or left by one who was killed while joining.
  public var orphanSegments = 0
  public var orphanBytes = 0
  public var problems: [Problem] = []
  public var isClean: Bool { problems.isEmpty }

  mutating func add(_ kind: Problem.Kind, _ name: some CustomStringConvertible) {
    let problem = Problem(kind: kind, name: name.description)
    if !problems.contains(problem) { problems.append(problem) }
  }
}
