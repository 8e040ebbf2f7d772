// SPDX-License-Identifier: Apache-2.0
import Sodium

/// `timestamped_signature` of tlog-cosignature, "Format", for Ed25519.
struct TimestampedSignature {
  static let maximumTime = UInt64(Int64.max)
  private static let timeCount = 8

  /// Seconds since 1970.
  let time: UInt64
  let signature: [UInt8]

  init(time: UInt64, signature: [UInt8]) {
    self.time = time
    self.signature = signature
  }

  /// A signature under a known key that has another shape is a bad one, not an unknown one.
  /// - Throws: ``NoteError/badSignature``.
  init(parsing bytes: [UInt8]) throws {
    guard bytes.count == Self.timeCount + Ed25519.signatureCount else {
      throw NoteError.badSignature
    }
    time = bytes[..<Self.timeCount].reduce(0) { $0 << 8 | UInt64($1) }
    signature = Array(bytes[Self.timeCount...])
    guard time <= Self.maximumTime else { throw NoteError.badSignature }
  }

  var encoded: [UInt8] { withUnsafeBytes(of: time.bigEndian) { Array($0) } + signature }

  /// What is signed ("Ed25519 signed message"): two lines, then the text of the checkpoint's note.
  static func message(_ text: [UInt8], at time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }
}
