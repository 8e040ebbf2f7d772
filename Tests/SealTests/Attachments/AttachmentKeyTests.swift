// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Chunks of a piece")
struct AttachmentKeyTests {
  private let samples: Samples
  private let key: AttachmentKey
  private let piece: PieceID
  private let wrapped: [UInt8]

  init() throws {
    samples = try Samples(epochs: 2)
    key = try AttachmentKey(random: samples.random)
    piece = try PieceID(random: samples.random)
    wrapped = try key.wrapped(
      for: piece, vault: samples.vault, log: samples.log, sequence: 3, keyRing: samples.ring,
      random: samples.random)
  }

  private func unwrap(
    _ bytes: [UInt8], piece: PieceID? = nil, vault: VaultID? = nil, log: LogID? = nil,
    sequence: UInt64 = 3, epoch: EpochID? = nil, keyRing: KeyRing? = nil
  ) throws -> AttachmentKey {
    let epoch = try epoch ?? samples.ring.current().id
    return try AttachmentKey(
      wrapped: bytes, piece: piece ?? self.piece, vault: vault ?? samples.vault,
      log: log ?? samples.log, sequence: sequence, epoch: epoch, keyRing: keyRing ?? samples.ring)
  }

  @Test("a chunk comes back, of any size")
  func roundTrip() throws {
    for size in [0, 1, 1000, 1 << 20] {
      let plain = samples.random.bytes(size)
      for (index, isLast) in [(0, true), (0, false), (5, true), (1 << 21, false)]
        as [(UInt64, Bool)]
      {
        let sealed = try key.sealData(plain, index: index, isLast: isLast, vault: samples.vault)
        #expect(sealed.count == size + 16)
        #expect(
          try key.openData(sealed, index: index, isLast: isLast, vault: samples.vault) == plain)
      }
    }
  }

  @Test("is, byte for byte, what Format.md §6 says")
  func form() throws {
    let epoch = try samples.ring.current().secret
    let position = samples.log.bytes + [3, 0, 0, 0, 0, 0, 0, 0]
    let wrapKey = try Samples.derive(epoch, "attachment-wrap-key", position)
    let context = samples.vault.bytes + piece.bytes
    let secret = try SecretBytes(
      copying: Samples.unwrap(wrapped, wrapKey, "wrap/attachment-key", context))
    #expect(wrapped.count == 105)
    let data = Samples.label("chunk") + samples.vault.bytes
    func nonce(_ index: UInt8, _ last: UInt8) -> [UInt8] {
      [index, 0, 0, 0, 0, 0, 0, 0, last] + [UInt8](repeating: 0, count: 15)
    }
    #expect(
      try key.sealData([1, 2], index: 9, isLast: false, vault: samples.vault)
        == XChaCha20Poly1305.seal(
          [1, 2], key: Samples.derive(secret, "chunk-data-key"), nonce: nonce(9, 0),
          authenticating: data))
    let id = ChunkID(ofSealed: [1])
    #expect(
      try key.sealList([id], vault: samples.vault)
        == [
          XChaCha20Poly1305.seal(
            id.bytes, key: Samples.derive(secret, "chunk-list-key"), nonce: nonce(0, 1),
            authenticating: data)
        ])
  }

  @Test("a chunk out of its place, of another piece, vault or list does not open")
  func places() throws {
    let sealed = try key.sealData([1, 2, 3], index: 4, isLast: false, vault: samples.vault)
    let other = try AttachmentKey(random: samples.random)
    let vault = try Samples("other").vault
    func refused(_ open: () throws -> [UInt8]) {
      #expect(throws: SealError.damaged) { _ = try open() }
    }
    refused { try key.openData(sealed, index: 5, isLast: false, vault: samples.vault) }
    refused { try key.openData(sealed, index: 4 << 8, isLast: false, vault: samples.vault) }
    refused { try key.openData(sealed, index: 4, isLast: true, vault: samples.vault) }
    refused { try key.openData(sealed, index: 4, isLast: false, vault: vault) }
    refused { try other.openData(sealed, index: 4, isLast: false, vault: samples.vault) }
    refused { try key.openList(sealed, index: 4, of: 9, vault: samples.vault) }
    let list = try key.sealList([ChunkID(ofSealed: [1])], vault: samples.vault)[0]
    refused { try key.openData(list, index: 0, isLast: true, vault: samples.vault) }
    refused { try key.openList(list, index: 0, of: 2, vault: samples.vault) }
    refused { try key.openList(list, index: 1, of: 2, vault: samples.vault) }
  }

  @Test("a piece cut at a chunk is refused: its new last chunk does not say so")
  func cut() throws {
    let chunks = try (0..<3).map { index in
      try key.sealData(
        [UInt8(index)], index: UInt64(index), isLast: index == 2, vault: samples.vault)
    }
    for (index, chunk) in chunks.enumerated() {
      #expect(
        try key.openData(chunk, index: UInt64(index), isLast: index == 2, vault: samples.vault)
          == [UInt8(index)])
    }
    #expect(throws: SealError.damaged) {
      try key.openData(chunks[1], index: 1, isLast: true, vault: samples.vault)
    }
    #expect(throws: SealError.damaged) {
      try key.openData(chunks[2], index: 2, isLast: false, vault: samples.vault)
    }
  }

  @Test("every byte changed, and every truncation, is damage")
  func damage() throws {
    let sealed = try key.sealData([1, 2, 3], index: 0, isLast: true, vault: samples.vault)
    let list = try key.sealList([ChunkID(ofSealed: [1])], vault: samples.vault)[0]
    for bytes in Fuzzing.hostile(sealed, seed: "chunk") {
      #expect(throws: SealError.damaged) {
        try key.openData(bytes, index: 0, isLast: true, vault: samples.vault)
      }
    }
    for bytes in Fuzzing.hostile(list, seed: "list") {
      #expect(throws: SealError.damaged) {
        try key.openList(bytes, index: 0, of: 1, vault: samples.vault)
      }
    }
  }

  @Test("more ids than a chunk holds go to several list chunks")
  func longList() throws {
    let ids = try (0..<32_769).map { index in
      try ChunkID(UInt64(index).littleEndianBytes + [UInt8](repeating: 0, count: 24))
    }
    let sealed = try key.sealList(ids, vault: samples.vault)
    #expect(sealed.map(\.count) == [(1 << 20) + 16, 32 + 16])
    let opened = try sealed.enumerated().flatMap { index, chunk in
      try key.openList(chunk, index: index, of: 2, vault: samples.vault)
    }
    #expect(opened == ids.flatMap(\.bytes))
    #expect(throws: SealError.damaged) {
      try key.openList(sealed[0], index: 0, of: 1, vault: samples.vault)
    }
    #expect(throws: SealError.damaged) {
      try key.openList(sealed[1], index: 0, of: 2, vault: samples.vault)
    }
  }

  @Test("the key comes back from its wrap, and opens what it sealed")
  func wrap() throws {
    let sealed = try key.sealData([1], index: 0, isLast: true, vault: samples.vault)
    let again = try unwrap(wrapped)
    #expect(try again.openData(sealed, index: 0, isLast: true, vault: samples.vault) == [1])
  }

  @Test("a wrap moved to another piece, statement, vault or epoch does not open")
  func movedWrap() throws {
    let other = try Samples("other")
    let otherPiece = try PieceID(random: samples.random)
    let earlier = samples.ring.epochs[0].id
    #expect(throws: SealError.wrongKey) { try unwrap(wrapped, piece: otherPiece) }
    #expect(throws: SealError.wrongKey) { try unwrap(wrapped, vault: other.vault) }
    #expect(throws: SealError.wrongKey) { try unwrap(wrapped, log: other.log) }
    #expect(throws: SealError.wrongKey) { try unwrap(wrapped, sequence: 4) }
    #expect(throws: SealError.wrongKey) { try unwrap(wrapped, epoch: earlier) }
    #expect(throws: SealError.unknownEpoch) { try unwrap(wrapped, keyRing: other.ring) }
  }

  @Test("every byte of the wrap changed is refused")
  func damagedWrap() throws {
    for (index, bytes) in Fuzzing.flips(of: wrapped).enumerated() {
      let expected: SealError =
        index == 0 ? .unknownVersion : index < 57 ? .wrongKey : .damaged
      #expect(throws: expected, "byte \(index)") { try unwrap(bytes) }
    }
  }
}
