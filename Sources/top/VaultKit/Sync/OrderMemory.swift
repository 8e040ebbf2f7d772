// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import Sodium
internal import TransparencyLog
internal import VaultStore

/// What this device remembers of orders to erase, kept sealed: when it saw each first, by its own clock, and which it
/// carried out.
struct OrderMemory: Equatable {
  static let name = "erasures"

  /// Seconds since 1970.
  private(set) var firstSeen: [ErasureID: Int64] = [:]
  private(set) var carriedOut: Set<ErasureID> = []

  /// What does not open is forgotten: then the device waits anew.
  init(_ store: VaultStore, _ unlockKey: UnlockKey, vault: VaultID) {
    guard let sealed = (try? store.local(Self.name)) ?? nil,
      let bytes = try? unlockKey.open(local: sealed, as: Self.name, vault: vault),
      case .array(let list)? = try? CanonicalJSON.decode(bytes, limit: bytes.count)
    else { return }
    for case .array(let item) in list {
      guard item.count >= 2, case .string(let text) = item[0], case .integer(let time) = item[1],
        let id = try? ErasureID(text: text)
      else { continue }
      firstSeen[id] = time
      if item.count > 2 { carriedOut.insert(id) }
    }
  }

  /// - Returns: when it was seen first.
  mutating func see(_ id: ErasureID, at now: Int64) -> Int64 {
    let first = firstSeen[id] ?? now
    firstSeen[id] = first
    return first
  }

  mutating func carryOut(_ id: ErasureID) { carriedOut.insert(id) }

  func sealed(_ unlockKey: UnlockKey, vault: VaultID, random: any RandomSource) throws -> [UInt8] {
    let list = firstSeen.sorted { $0.key < $1.key }.map { id, time in
      let item: [JSONValue] = [.string(id.description), .integer(time)]
      return JSONValue.array(carriedOut.contains(id) ? item + [.integer(1)] : item)
    }
    return try unlockKey.seal(
      local: CanonicalJSON.encode(.array(list)), as: Self.name, vault: vault, random: random)
  }
}

extension ErasureOrder {
  /// When its days have gone by, by its author's clock; `nil` where that cannot be read.
  var dueAt: Int64? { (try? RecordedAt(createdAt)).map { $0.secondsSinceEpoch + delaySeconds } }

  /// A century and no more, whatever it says.
  var delaySeconds: Int64 { Int64(clamping: min(delayDays, 36_500)) * 86_400 }
}
