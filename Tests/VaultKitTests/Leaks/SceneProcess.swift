// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import VaultKit

/// A process that plays `CrashWriter scene`, with temporary and working folders of its own.
struct SceneProcess {
  let folder: TemporaryFolder
  let child: Child
  let canary: Canary
  static let passphrase = "une phrase que rien d'autre ne contient 7Wq"
  static let newPassphrase = "une autre phrase, aussi seule 3Xk"

  var vault: String { folder.file("vault") }
  func output(_ name: String) -> String { folder.file("output/" + name) }

  /// - Parameters:
  ///   - vault: made beforehand there, or `nil` for the process to make it.
  ///   - holds: whether it waits for ``go(on:)``.
  init(_ folder: TemporaryFolder, under tool: [String] = [], holds: Bool = true) throws {
    self.folder = folder
    // Of letters that base64 writes with `+` and `/` too.
    canary = Canary("Canari-\(UUID().uuidString.prefix(8))-ïo>?ÿ-fin")
    for name in ["input", "output", "temporary", "working"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: true)
    }
    try folder.write("input/canary", Array(canary.text.utf8))
    let piece = [[UInt8]](repeating: Array("\(canary.text)\n".utf8), count: 500).flatMap { $0 }
    try folder.write("input/\(canary.text).txt", piece)
    try folder.write("input/passphrase", Array(Self.passphrase.utf8))
    try folder.write("input/new-passphrase", Array(Self.newPassphrase.utf8))
    if !holds {
      for line in ["open", "changed", "locked"] { try folder.write("input/go-\(line)", []) }
    }
    child = try Child(
      [
        "-C", folder.file("working"), "TMPDIR=" + folder.file("temporary"),
        "SQLITE_TMPDIR=" + folder.file("temporary"),
      ] + tool + [
        Child.products + "/CrashWriter", "scene", folder.file("vault"), folder.file("input"),
        folder.file("output"),
      ])
  }

  func go(on line: String) throws { try folder.write("input/go-\(line)", []) }

  /// Where the canary must never be.
  func leaks() throws -> [String] {
    try canary.found(below: [
      vault, folder.file("temporary"), folder.file("working"), output("dossier"), output("stick"),
    ]) + canary.forms(in: Array((child.lines.joined() + child.errors).utf8))
  }
}
