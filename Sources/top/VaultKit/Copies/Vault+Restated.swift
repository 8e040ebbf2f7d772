// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Seal
internal import SyncClient
internal import VaultStore

/// Logs of this device that were given up while the other history did not come: from where on all that they hold is
/// logged once more elsewhere, so that nothing is lost when that history takes its place. Of no other log may anything
/// go: whoever has an old copy of this device could sign another end of it.
extension Vault {
  static let restatedName = "restated"
  private static let itemCount = LogID.count + 8

  /// Kept sealed: a log's id and a place, one after the other. What does not open allows nothing.
  private func restated() -> [LogID: UInt64] {
    var restated: [LogID: UInt64] = [:]
    var rest = ((try? local(Self.restatedName)) ?? nil ?? [])[...]
    while rest.count >= Self.itemCount {
      let item = rest.prefix(Self.itemCount)
      if let log = try? LogID(Array(item.prefix(LogID.count))),
        let place = UInt64(littleEndianBytes: item.suffix(8))
      {
        restated[log] = place
      }
      rest = rest.dropFirst(Self.itemCount)
    }
    return restated
  }

  private func keep(_ restated: [LogID: UInt64], in change: inout StoredChange) throws {
    let bytes = restated.sorted { $0.key < $1.key }
      .flatMap { $0.key.bytes + $0.value.littleEndianBytes }
    change.local[Self.restatedName] = .some(
      bytes.isEmpty
        ? nil
        : try unlockKey.seal(
          local: bytes, as: Self.restatedName, vault: id, random: environment.random))
  }

  func noteRestated(_ givenUp: GivenUpLog, in change: inout StoredChange) throws {
    var restated = restated()
    for (log, _) in change.rewound { restated[log] = nil }
    restated[givenUp.log.id] = givenUp.agreed
    try keep(restated, in: &change)
  }

  /// The other history of a log that was given up before it came.
  func takeLate(
    _ stored: StoredLog, for known: CopyContents.Log, into intake: inout Intake
  ) throws {
    guard let from = restated()[stored.id] else { return }
    let common = try agreed(stored, with: known, intake.contents)
    guard let range = common.range, common.size >= from else { return }
    let before = intake.growths.count
    try intake.take(stored.id, from: range)
    guard intake.growths.count > before else { return }
    intake.replaced.append(GivenUpLog(log: stored, agreed: common.size, isReplaced: true))
  }

  func replace(_ logs: [GivenUpLog], in change: inout StoredChange) throws {
    guard !logs.isEmpty else { return }
    var restated = restated()
    for givenUp in logs {
      change.replace(givenUp)
      restated[givenUp.log.id] = nil
    }
    try keep(restated, in: &change)
  }
}
