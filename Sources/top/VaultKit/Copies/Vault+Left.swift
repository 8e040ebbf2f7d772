// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Seal
internal import Sodium
internal import VaultStore

/// Chunks that were left where copies keep them until they are wanted (Sync.md §4). These and no others may be missing
/// here: whatever else is not there is damage, and is asked for by itself.
struct LeftChunks {
  static let name = "left"
  private(set) var ids: Set<ChunkID>

  init(_ ids: Set<ChunkID> = []) { self.ids = ids }

  /// A row that does not open excuses nothing.
  init(_ store: VaultStore, _ unlockKey: UnlockKey, vault: VaultID) {
    let sealed = (try? store.local(Self.name)) ?? nil
    let bytes = sealed.flatMap { try? unlockKey.open(local: $0, as: Self.name, vault: vault) } ?? []
    var ids: Set<ChunkID> = []
    var rest = bytes[...]
    while rest.count >= ChunkID.count {
      if let id = try? ChunkID(Array(rest.prefix(ChunkID.count))) { ids.insert(id) }
      rest = rest.dropFirst(ChunkID.count)
    }
    self.ids = ids
  }

  /// Ids one after the other; `nil` when nothing is left.
  var encoded: [UInt8]? {
    guard !ids.isEmpty else { return nil }
    return ids.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
  }

  func sealed(
    _ unlockKey: UnlockKey, vault: VaultID, random: any RandomSource
  ) throws -> [UInt8]? {
    try encoded.map { try unlockKey.seal(local: $0, as: Self.name, vault: vault, random: random) }
  }
}

extension Vault {
  func leftChunks() -> Set<ChunkID> { LeftChunks(store, unlockKey, vault: id).ids }

  /// Those that came are left no more.
  func unleave(_ ids: [ChunkID]) throws {
    let left = leftChunks()
    let rest = left.subtracting(ids)
    guard rest != left else { return }
    try keep(LeftChunks(rest).encoded, as: LeftChunks.name)
  }

  /// Nowhere that is known: missing from now on, and asked about until they come.
  func lacks(_ ids: [ChunkID]) throws {
    try unleave(ids)
    try markChunks()
  }
}
