// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Foundation
import Sodium
import TestSupport

/// One case of the C2SP/CCTV age suite: `key: value` lines, an empty line, the file.
struct AgeVector {
  enum Malformed: Error { case noFile, expectation(String), compression }

  let name: String
  let expectation: Outcome
  /// SHA-256 of the released plaintext, in hexadecimal.
  var payload: String?
  var fileKey: [UInt8]?
  var identityTexts: [String] = []
  var passphrases: [String] = []
  var isArmored = false
  /// "Files with unknown keys should be ignored."
  var hasUnknownKey = false
  let file: [UInt8]

  enum Outcome: String {
    case success
    case noMatch = "no match"
    case hmacFailure = "HMAC failure"
    case headerFailure = "header failure"
    case armorFailure = "armor failure"
    case payloadFailure = "payload failure"

    init(_ error: AgeError) {
      switch error {
      case .noMatch: self = .noMatch
      case .hmacFailure: self = .hmacFailure
      case .headerFailure: self = .headerFailure
      case .armorFailure: self = .armorFailure
      case .payloadFailure: self = .payloadFailure
      }
    }
  }

  static func all() throws -> [AgeVector] {
    try Vectors.files(below: "age").map { try AgeVector(name: $0, bytes: Vectors.bytes($0)) }
  }

  init(name: String, bytes: [UInt8]) throws {
    self.name = name
    var rest = bytes[...]
    var expected = ""
    var isCompressed = false
    while true {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw Malformed.noFile }
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      guard !line.isEmpty else { break }
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      let value = String((parts.count > 1 ? parts[1] : "").drop(while: { $0 == " " }))
      switch parts[0] {
      case "expect": expected = value
      case "payload": payload = value
      case "file key": fileKey = try Hex.decode(value)
      case "identity": identityTexts.append(value)
      case "passphrase": passphrases.append(value)
      case "armored": isArmored = value == "yes"
      case "compressed": isCompressed = true
      case "comment": break
      default: hasUnknownKey = true
      }
    }
    guard let outcome = Outcome(rawValue: expected) else { throw Malformed.expectation(expected) }
    expectation = outcome
    file = isCompressed ? try Self.inflate(Array(rest)) : Array(rest)
  }

  var hasHybridIdentity: Bool { identityTexts.contains { $0.hasPrefix("AGE-SECRET-KEY-PQ-") } }

  func identities() throws -> [any AgeIdentity] {
    let keys = try identityTexts.map { try KeyIdentity(parsing: Array($0.utf8)) as any AgeIdentity }
    return try keys
      + passphrases.map {
        try ScryptIdentity(passphrase: SecretBytes(copying: Array($0.utf8))) as any AgeIdentity
      }
  }

  /// The original collection deflates its large cases.
  private static func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
    let script = "import sys,zlib;sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))"
    let result = try Command.run(["python3", "-c", script], input: bytes)
    guard result.status == 0 else { throw Malformed.compression }
    return result.output
  }
}
