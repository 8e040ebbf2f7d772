// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium
import TestSupport
import TransparencyLog

/// A statement whose header may say anything, right or wrong.
struct ForgedStatement {
  var header: String
  /// base64url of `[salt,name,value]`, as they will stand in the file.
  var openings: [String]
  var isShown: Bool
  /// Where the openings file is not just the lines.
  var openingsFile: String?

  /// - Parameter openings: sorted by their digests here, so that only what is told is wrong.
  init(
    type: String, device: String, log: String, sequence: String, recordedAt: String,
    subject: String, openings: [String], isShown: Bool, random: SeededRandom
  ) throws {
    let decoys = max(8, (openings.count + 7) / 8 * 8) - openings.count
    let digests =
      openings.map(Self.digest)
      + (0..<decoys).map { _ in Base64.encode(random.bytes(32), .urlUnpadded) }
    let sd = Self.ascending(digests).map { "\"\($0)\"" }.joined(separator: ",")
    header =
      #"{"device":"\#(device)","log":"\#(log)","recorded_at":"\#(recordedAt)","sd":[\#(sd)],"#
      + #""sequence":\#(sequence),"subject":"\#(subject)","type":"\#(type)","version":1}"#
    self.openings = openings.sorted {
      Self.digest($0).utf8.lexicographicallyPrecedes(Self.digest($1).utf8)
    }
    self.isShown = isShown
  }

  /// The same header but for its digests: those of other openings.
  mutating func restate(_ openings: [String], random: SeededRandom) throws {
    let parts = header.split(separator: "\"").map(String.init)
    func value(_ key: String) -> String {
      parts.firstIndex(of: key).map { parts[$0 + 2] } ?? ""
    }
    let sequence = header.split(separator: "\"sequence\":").last?.prefix { $0 != "," } ?? ""
    self = try ForgedStatement(
      type: value("type"), device: value("device"), log: value("log"), sequence: String(sequence),
      recordedAt: value("recorded_at"), subject: value("subject"), openings: openings,
      isShown: true, random: random)
  }

  static func text(_ json: String) -> String { Base64.encode(Array(json.utf8), .urlUnpadded) }

  static func digest(_ opening: String) -> String {
    Base64.encode(SHA256.hash(Array(opening.utf8)).bytes, .urlUnpadded)
  }

  static func ascending(_ texts: [String]) -> [String] {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  var leaf: SHA256Digest { MerkleTree.leafHash(Array(header.utf8)) }
  var leafText: String { Base64.encode(leaf.bytes, .urlUnpadded) }
  var file: String { openingsFile ?? openings.map { $0 + "\n" }.joined() }
}
