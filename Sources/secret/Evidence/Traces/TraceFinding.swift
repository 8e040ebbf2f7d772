// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog

/// What a scan of a file found, and by which version of the scanner: a later one may see more.
public struct TraceFinding: Equatable, Sendable {
  public let found: Set<Trace>
  public let scanner: Int64

  public init(found: Set<Trace>, scanner: Int64 = TraceScanner.version) {
    self.found = found
    self.scanner = scanner
  }

  /// Whether a scan of today would see no more.
  public var isCurrent: Bool { scanner >= TraceScanner.version }

  func json() throws -> JSONValue {
    let names = found.map(\.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return try .object(
      JSONObject(["found": .array(names.map { .string($0) }), "scanner": .integer(scanner)]))
  }

  /// A kind of a later version is something that this one cannot exclude.
  init(_ object: JSONObject) throws {
    found = try Set(
      object.array("found").map { value in
        guard case .string(let name) = value else { throw EvidenceError.malformed }
        return Trace(rawValue: name) ?? .unread
      })
    scanner = try object.integer("scanner")
  }
}
