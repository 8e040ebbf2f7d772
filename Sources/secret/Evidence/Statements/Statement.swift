// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote

/// A header and openings of it that verify against it: all of them inside a vault, the disclosed ones
/// in a dossier.
public struct Statement: Equatable, Sendable {
  public static let headerLimit = 65_536
  public static let openingsLimit = 1 << 20

  public let header: StatementHeader
  /// Ascending by the text of their digests.
  public let openings: [Opening]

  /// Checks that each opening stands in the header, once, in order, and that only repeatable names
  /// repeat.
  /// - Throws: ``EvidenceError/unlistedOpening``, ``EvidenceError/malformed``.
  public init(header: StatementHeader, openings: [Opening]) throws {
    // The header lists its digests in the order that openings must have.
    let places = Dictionary(
      uniqueKeysWithValues: header.digests.enumerated().map { ($1, $0) })
    var seen: Set<SHA256Digest> = []
    var names: Set<FieldName> = []
    var last = -1
    for opening in openings {
      guard let place = places[opening.digest], seen.insert(opening.digest).inserted else {
        throw EvidenceError.unlistedOpening
      }
      guard place > last, names.insert(opening.name).inserted || opening.name.mayRepeat else {
        throw EvidenceError.malformed
      }
      last = place
    }
    self.header = header
    self.openings = openings
  }

  /// From the two byte strings of a sealed record or a dossier.
  public init(encodedHeader: [UInt8], encodedOpenings: [UInt8]) throws {
    try self.init(
      header: StatementHeader(encoded: encodedHeader),
      openings: Self.parse(encodedOpenings))
  }

  /// One disclosure a line.
  public var encodedOpenings: [UInt8] {
    openings.reduce(into: []) { $0 += Array($1.disclosure.utf8) + [UInt8(ascii: "\n")] }
  }

  /// The first opening of that name.
  public subscript(name: FieldName) -> Opening? { openings.first { $0.name == name } }

  /// All openings of that name, in the order of their digests.
  public func all(_ name: FieldName) -> [Opening] { openings.filter { $0.name == name } }

  private static func parse(_ bytes: [UInt8]) throws -> [Opening] {
    guard bytes.count <= openingsLimit else { throw EvidenceError.tooLarge }
    guard !bytes.isEmpty else { return [] }
    guard bytes.last == UInt8(ascii: "\n") else { throw EvidenceError.malformed }
    return try bytes.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { try Opening(disclosure: String(decoding: $0, as: UTF8.self)) }
  }
}
