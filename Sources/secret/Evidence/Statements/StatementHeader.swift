// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import Sodium
internal import TransparencyLog

/// What is logged and signed: who, where in which log, when, about what, and the digests of the fields
/// (Format.md §4.1). Always valid; `encoded` is what was hashed.
public struct StatementHeader: Equatable, Sendable {
  static let version: Int64 = 1

  public let type: StatementType
  public let device: DeviceID
  public let log: LogID
  public let sequence: UInt64
  public let recordedAt: RecordedAt
  public let subject: SubjectID
  /// Ascending by their text; a multiple of eight.
  public let digests: [SHA256Digest]
  /// The canonical bytes.
  public let encoded: [UInt8]
  /// RFC 6962 leaf hash of ``encoded``.
  public let leaf: SHA256Digest

  /// Sorts the digests of the openings together with enough decoys.
  init(
    type: StatementType, device: DeviceID, log: LogID, sequence: UInt64, recordedAt: RecordedAt,
    subject: SubjectID, openings: [Opening], random: any RandomSource
  ) throws {
    let decoys = max(8, (openings.count + 7) / 8 * 8) - openings.count
    var texts = openings.map { Base64.encode($0.digest.bytes, .urlUnpadded) }
    texts += (0..<decoys).map { _ in
      Base64.encode(random.bytes(SHA256Digest.count), .urlUnpadded)
    }
    texts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard sequence <= 1 << 53 - 1 else { throw EvidenceError.tooLarge }
    let object = try JSONObject([
      "device": .string(device.description), "log": .string(log.description),
      "recorded_at": .string(recordedAt.description), "sd": .array(texts.map { .string($0) }),
      "sequence": .integer(Int64(sequence)), "subject": .string(subject.description),
      "type": .string(type.rawValue), "version": .integer(Self.version),
    ])
    let bytes = try CanonicalJSON.encode(.object(object))
    guard bytes.count <= Statement.headerLimit else { throw EvidenceError.tooLarge }
    try self.init(encoded: bytes)
  }

  /// - Throws: ``EvidenceError/malformed``, ``EvidenceError/unknownVersion``.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count <= Statement.headerLimit,
      let json = try? CanonicalJSON.decode(bytes, limit: Statement.headerLimit),
      case .object(let object) = json
    else { throw EvidenceError.malformed }
    do {
      let version = try object.integer("version")
      guard version <= Self.version else { throw EvidenceError.unknownVersion }
      guard version == Self.version else { throw EvidenceError.malformed }
      try object.requireOnly(keys: [
        "device", "log", "recorded_at", "sd", "sequence", "subject", "type", "version",
      ])
      guard let type = StatementType(rawValue: try object.string("type")),
        let sequence = UInt64(exactly: try object.integer("sequence"))
      else { throw EvidenceError.malformed }
      self.type = type
      self.sequence = sequence
      device = try DeviceID(text: object.string("device"))
      log = try LogID(text: object.string("log"))
      recordedAt = try RecordedAt(object.string("recorded_at"))
      subject = try SubjectID(text: object.string("subject"))
      digests = try Self.digests(object.array("sd"))
    } catch let error as EvidenceError {
      throw error
    } catch {
      throw EvidenceError.malformed
    }
    encoded = bytes
    leaf = MerkleTree.leafHash(bytes)
  }

  private static func digests(_ values: [JSONValue]) throws -> [SHA256Digest] {
    guard values.count >= 8, values.count.isMultiple(of: 8) else { throw EvidenceError.malformed }
    var previous: String?
    return try values.map { value in
      guard case .string(let text) = value,
        let digest = SHA256Digest(try Base64.decode(text, .urlUnpadded)),
        previous.map({ $0.utf8.lexicographicallyPrecedes(text.utf8) }) ?? true
      else { throw EvidenceError.malformed }
      previous = text
      return digest
    }
  }
}
