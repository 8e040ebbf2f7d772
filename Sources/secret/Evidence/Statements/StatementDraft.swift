// SPDX-License-Identifier: Apache-2.0
internal import Hashing
public import Remote
public import Sodium
public import TransparencyLog

/// What is to be stated, before it has a place in a log.
public struct StatementDraft: Sendable {
  public let type: StatementType
  public let subject: SubjectID
  public let fields: [(name: FieldName, value: JSONValue)]

  public init(
    _ type: StatementType, subject: SubjectID, fields: [(name: FieldName, value: JSONValue)] = []
  ) {
    self.type = type
    self.subject = subject
    self.fields = fields
  }

  /// Stands for nothing: hides how many statements a transaction made.
  public static func blank(random: any RandomSource) throws -> StatementDraft {
    StatementDraft(.blank, subject: try SubjectID(random: random))
  }

  /// Zero to three of them, as each transaction ends with (Format.md §4.4).
  public static func blanks(random: any RandomSource) throws -> [StatementDraft] {
    try (0..<random.bytes(1)[0] & 3).map { _ in try blank(random: random) }
  }

  /// Gives it its place: fresh salts, decoys, canonical bytes.
  /// - Throws: ``EvidenceError/tooLarge``.
  public func statement(
    device: DeviceID, log: LogID, sequence: UInt64, recordedAt: RecordedAt,
    random: any RandomSource
  ) throws -> Statement {
    let openings = try fields.map { try Opening($0.name, $0.value, random: random) }
      .map { (Array(Base64.encode($0.digest.bytes, .urlUnpadded).utf8), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      .map(\.1)
    let header = try StatementHeader(
      type: type, device: device, log: log, sequence: sequence, recordedAt: recordedAt,
      subject: subject, openings: openings, random: random)
    let statement = try Statement(header: header, openings: openings)
    guard statement.encodedOpenings.count <= Statement.openingsLimit else {
      throw EvidenceError.tooLarge
    }
    return statement
  }
}
