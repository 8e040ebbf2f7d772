// SPDX-License-Identifier: Apache-2.0
public import Remote

extension Lie {
  /// A lie that must be named by whoever it is told to, whatever they know.
  public static func blatant(
    _ number: Int, about log: LogID, in vault: VaultID
  ) throws -> Lie {
    let lies: [Lie] = [
      .bytes("segment altered", of: { $0.isBlob(.segments) }) { flipped($0) },
      .bytes("segment cut", of: { $0.isBlob(.segments) }) { $0.dropLast(40) },
      .bytes("segment withheld", of: { $0.isBlob(.segments) }) { _ in nil },
      .bytes("chunk altered", of: { $0.isBlob(.chunks) }) { flipped($0) },
      .bytes("chunk withheld", of: { $0.isBlob(.chunks) }) { _ in nil },
      .bytes("boot record altered", of: \.isBoot) { flipped($0) },
      .bytes("boot record withheld", of: \.isBoot) { _ in nil },
      .frames(of: log, "frames reordered") { $0.count > 1 ? Array($0.reversed()) : [] },
      .frames(of: log, "frames cut") { Array($0.dropLast()) },
      .head(of: log, "head of another size") { $0.with(size: $0.size + 1) },
      .head(of: log, "no head") { $0.with(checkpoint: Array("memo".utf8)) },
      try ofStranger(in: vault),
      .bytes("answer cut", of: \.isHeads) { $0.dropLast() },
      .bytes("answer doubled", of: \.isHeads) { $0 + $0 },
    ]
    return lies[number % lies.count]
  }

  /// A lie that only some can name: those who saw more before, or who find what is missing.
  public static func subtle(_ number: Int, about log: LogID) -> Lie {
    let lies: [Lie] = [
      .oldState, .oldBoots, .withoutNewestBoot, .oldHead(of: log), .withholding(log),
      .missing("nothing missing", []),
      .frames(of: log, "records left out") { frames in
        try frames.map { try Frame(leaf: $0.leaf, sealed: nil) }
      },
      .frames(of: log, "records exchanged") { frames in
        let sealed = frames.map(\.sealed)
        return try zip(frames, sealed.dropFirst() + sealed.prefix(1)).map {
          try Frame(leaf: $0.leaf, sealed: $1)
        }
      },
      .state(of: log, "no segments") { $0.with(segments: []) },
      .refusing(.revoked), .refusing(.quota), .refusing(.conflict, \.isAppend),
      .refusing(.unavailable), .appended("an older answer") { $0.with(size: $0.size - 1) },
    ]
    return lies[number % lies.count]
  }

  /// A log of a device that the root never certified, with a head that it signed.
  public static func ofStranger(in vault: VaultID) throws -> Lie {
    let stranger = try SampleDevice(vault: vault, seed: "stranger")
    var log = try SampleLog("stranger", of: stranger)
    try log.add(3)
    return .planting(
      RemoteHeads.Log(
        log: log.id, device: stranger.id, size: log.size, checkpoint: try log.checkpoint()))
  }

  private static func flipped(_ bytes: [UInt8]) -> [UInt8] {
    guard let last = bytes.last else { return [1] }
    return bytes.dropLast() + [last ^ 1]
  }
}
