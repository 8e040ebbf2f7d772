// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import TransparencyLog

/// Statements at chosen places, the same in every run.
struct Samples {
  typealias Field = (name: FieldName, value: JSONValue)
  let random: SeededRandom
  let device: DeviceID
  let log: LogID

  init(_ seed: String = "evidence") throws {
    random = SeededRandom(seed: seed)
    device = try DeviceID(random: random)
    log = try LogID(random: random)
  }

  static func moment(_ seconds: Int64) -> RecordedAt {
    RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: 3600)
  }

  func subject() throws -> SubjectID { try SubjectID(random: random) }

  func statement(
    _ type: StatementType, _ fields: [Field] = [], subject: SubjectID? = nil, log: LogID? = nil,
    sequence: UInt64 = 0, at seconds: Int64 = 1_700_000_000
  ) throws -> Statement {
    try StatementDraft(type, subject: subject ?? self.subject(), fields: fields).statement(
      device: device, log: log ?? self.log, sequence: sequence,
      recordedAt: Self.moment(seconds), random: random)
  }

  /// A statement with one opening of each name, in that many copies.
  func statement(holding names: [FieldName]) throws -> Statement {
    try statement(.entryLogged, names.map { ($0, .string($0.rawValue)) })
  }

  static func b64(_ bytes: [UInt8]) -> String { Base64.encode(bytes, .urlUnpadded) }

  /// The disclosure of any text in place of the canonical array.
  static func disclosure(_ text: String) -> String { b64(Array(text.utf8)) }

  static func digest(_ seed: UInt8) -> SHA256Digest { SHA256.hash([seed]) }
}

extension StatementHeader {
  /// The bytes of this header with its members changed.
  func editing(_ edit: (inout JSONObject) throws -> Void) throws -> [UInt8] {
    guard case .object(var object) = try CanonicalJSON.decode(encoded, limit: 1 << 16) else {
      throw JSONError.wrongType
    }
    try edit(&object)
    return try CanonicalJSON.encode(.object(object))
  }
}
