// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Sodium
import TransparencyLog

/// The key of the server's cosignatures: two lines, its name and the base64 of its seed. Made when it is not there.
/// Whoever lost it cosigns under another key, which every client names to the person: it belongs in the backup.
enum CosignerFile {
  private static let limit = 4096

  static func load(_ path: String, name: String) throws -> CosignatureSigner {
    if !Files.exists(path) { try create(path, name: name) }
    return try read(path)
  }

  static func read(_ path: String) throws -> CosignatureSigner {
    var bytes = try Files.read(path, limit: limit)
    defer { Memory.wipe(&bytes) }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == 3, lines[2].isEmpty,
      let name = String(validating: lines[0], as: UTF8.self),
      var seed = try? Base64.decode(String(decoding: lines[1], as: UTF8.self), .standard),
      seed.count == Ed25519.seedCount
    else { throw OperatorFailure(.data, "the cosigner's file is not one") }
    return try CosignatureSigner(
      name: name, key: Ed25519.SigningKey(seed: SecretBytes(moving: &seed)))
  }

  private static func create(_ path: String, name: String) throws {
    // Refused here rather than when the file is read again.
    let seed = try SecretBytes.random(count: Ed25519.seedCount)
    _ = try CosignatureSigner(name: name, key: Ed25519.SigningKey(seed: seed))
    var text = Array("\(name)\n".utf8)
    seed.withUnsafeBytes { text += Array(Base64.encode(Array($0), .standard).utf8) + [0x0A] }
    defer { Memory.wipe(&text) }
    try Files.create(path, with: text)
  }
}
