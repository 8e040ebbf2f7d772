// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium

extension ObjectStorage {
  /// Every vault that anything is stored of, ascending by name: one question each, however much it holds.
  func vaults() async throws -> [VaultID] {
    var vaults: [VaultID] = []
    var after: ObjectKey?
    while let next = try await list(prefix: Place.vaults, after: after, limit: 1).first {
      let name = next.key.description.dropFirst(Place.vaults.utf8.count).prefix { $0 != "/" }
      // Beyond every name of that vault.
      after = ObjectKey("\(Place.vaults)\(name)/zzzzzzzz")
      guard let bytes = try? Base32.decode(name), let vault = try? VaultID(bytes) else {
        throw StorageError.damaged
      }
      vaults.append(vault)
    }
    return vaults
  }
}
