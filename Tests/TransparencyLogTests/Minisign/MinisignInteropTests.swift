// SPDX-License-Identifier: Apache-2.0
import Foundation
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite(
  "Interoperation with minisign",
  .enabled(if: Command.isUsable("minisign"), "minisign not installed"))
struct MinisignInteropTests {
  private let message = Array("un dossier\n".utf8)

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("minisign-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(message).write(to: folder.appendingPathComponent("m"))
    try body(folder)
  }

  @Test("minisign verifies what we sign, up to the longest comments")
  func signedHere() throws {
    let id = Array("12345678".utf8)
    let key = try Keys.make("interop")
    let publicKey = try MinisignPublicKey(keyID: id, key: key.publicKey)
    for (trusted, untrusted) in [
      ("dossier 2026\tété", "rien"), ("", ""),
      (String(repeating: "t", count: 8173), String(repeating: "u", count: 1003)),
    ] {
      let signature = try MinisignSignature.sign(
        message: message, key: key, keyID: id, trustedComment: trusted, untrustedComment: untrusted)
      try inFolder { folder in
        try Data(signature.encoded).write(to: folder.appendingPathComponent("m.minisig"))
        try Data(publicKey.file).write(to: folder.appendingPathComponent("minisign.pub"))
        let byFile = try Command.run(["minisign", "-V", "-H", "-Q", "-m", "m"], in: folder.path)
        #expect(byFile.status == 0)
        #expect(byFile.text == trusted + "\n")
        let byString = try Command.run(
          ["minisign", "-V", "-q", "-m", "m", "-P", publicKey.string], in: folder.path)
        #expect(byString.status == 0)
        try Data(message + [0]).write(to: folder.appendingPathComponent("m"))
        #expect(try Command.run(["minisign", "-V", "-q", "-m", "m"], in: folder.path).status == 1)
      }
    }
  }

  @Test(
    "we verify what minisign signs, prehashed and legacy, and read its key",
    arguments: [false, true])
  func signedThere(isLegacy: Bool) throws {
    try inFolder { folder in
      let made = try Command.run(
        ["minisign", "-G", "-W", "-p", "minisign.pub", "-s", "key"], in: folder.path)
      try #require(made.status == 0)
      let signed = try Command.run(
        ["minisign", "-S"] + (isLegacy ? ["-l"] : []) + [
          "-s", "key", "-m", "m", "-t", "de confiance",
        ],
        in: folder.path)
      try #require(signed.status == 0)
      let file = try Array(Data(contentsOf: folder.appendingPathComponent("minisign.pub")))
      let key = try MinisignPublicKey(file: file)
      #expect(key.file == file)
      let bytes = try Array(Data(contentsOf: folder.appendingPathComponent("m.minisig")))
      let signature = try MinisignSignature(parsing: bytes)
      #expect(signature.encoded == bytes)
      #expect(signature.isPrehashed == !isLegacy)
      #expect(signature.trustedComment == "de confiance")
      try signature.verify(message: message, by: key)
      #expect(throws: MinisignError.badSignature) { try signature.verify(message: [], by: key) }
    }
  }
}
