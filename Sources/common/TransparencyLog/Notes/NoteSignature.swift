// SPDX-License-Identifier: Apache-2.0
import Sodium

/// One signature line of a note. That it parsed says nothing of whether it verifies.
public struct NoteSignature: Equatable, Sendable {
  /// Em dash and space.
  private static let prefix: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

  let keyName: KeyName
  public let keyID: UInt32
  /// What follows the key id, as the key's signature type defines it.
  public let signature: [UInt8]

  public var name: String { keyName.string }

  init(key: VerifierKey, signature: [UInt8]) {
    keyName = key.name
    keyID = key.keyID
    self.signature = signature
  }

  /// - Parameter line: without its newline.
  /// - Throws: ``NoteError/malformed``.
  public init(line: some Collection<UInt8>) throws {
    guard line.starts(with: Self.prefix) else { throw NoteError.malformed }
    let parts = line.dropFirst(Self.prefix.count).split(
      separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self),
      let keyName = try? KeyName(name),
      let bytes = try? Base64.decode(String(decoding: parts[1], as: UTF8.self), .standard),
      bytes.count > 4
    else { throw NoteError.malformed }
    self.keyName = keyName
    keyID = bytes[..<4].bigEndian
    signature = Array(bytes[4...])
  }

  /// The line without its newline.
  public var line: [UInt8] {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
    let text = Base64.encode(id + signature, .standard)
    return Self.prefix + keyName.bytes + Array(" \(text)".utf8)
  }
}
