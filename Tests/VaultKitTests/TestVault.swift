// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Seal
import Sodium
import TestSupport
import VaultKit

/// A vault in a folder of its own, at the lowest cost that the format allows.
struct TestVault {
  let folder: TemporaryFolder
  var path: String { folder.file("vault") }
  static let passphrase = "correct horse"

  init() throws { folder = try TemporaryFolder() }

  static func secret(_ text: String) throws -> SecretBytes {
    try SecretBytes(copying: Array(text.utf8))
  }

  static let environment = VaultEnvironment(cost: .floor)

  /// Another folder with the same bytes.
  func copy() throws -> TestVault {
    let test = try TestVault()
    try FileManager.default.copyItem(atPath: path, toPath: test.path)
    return test
  }

  func create() async throws -> Vault {
    try await NewVault.create(
      at: path, passphrase: Self.secret(Self.passphrase), environment: Self.environment)
  }

  func open(_ passphrase: String = Self.passphrase) async throws -> Vault {
    try await LockedVault(path, environment: Self.environment)
      .unlock(passphrase: Self.secret(passphrase))
  }
}

extension Entry {
  static func sample(_ title: String, when: String = "2021-03~", text: String = "Texte") throws
    -> Entry
  {
    var entry = Entry()
    entry.title = title
    entry.text = text
    entry.when = try EDTFDate(when)
    return entry
  }
}
