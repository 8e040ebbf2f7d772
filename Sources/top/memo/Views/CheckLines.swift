// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension CheckReport {
  var jsonObject: [String: Any] {
    [
      "ok": ok, "records": records, "chunks": chunks, "problems": problems.map(\.jsonObject),
      "unreferenced_chunks": unreferencedChunks, "unknown_statements": unknownStatements,
      "quarantined": quarantined, "set_apart": setApart, "elsewhere": elsewhere,
      "given_up": givenUp,
    ]
  }
}

extension Problem {
  var jsonObject: [String: Any] {
    ["code": code.rawValue, "place": place ?? JSONNull.value]
  }

  var line: String { place.map { "\(sentence) : \($0)" } ?? sentence }

  private var sentence: String {
    switch code {
    case .database: words.databaseDamaged
    case .meta: words.vaultSettingsDamaged
    case .deviceSecret: words.deviceSecretDamaged
    case .slot: words.passphraseSlotDamaged
    case .keyRing: words.keyRingDamaged
    case .certificate: words.certificateDamagedForeign
    case .bootRecord: words.bootRecordDamaged
    case .head: words.logHeadWrong
    case .recordMissing: words.recordMissing
    case .recordDamaged: words.recordDamaged
    case .recordUnlisted:
      words.recordNoLogHead
    case .unauthorisedHole:
      words.recordGoneWithoutLog
    case .chunkMissing: words.chunkMissing
    case .chunkDamaged: words.chunkDamaged
    case .chunkUnlisted: words.chunkNotListed
    case .pieceDamaged: words.pieceDamaged
    case .rollback: words.vaultSetBack
    case .fork:
      words.vaultTellsAnotherHistory
    case .keyMissing:
      words.recordKeptButKey
    case .copyHead:
      words.copyForeignFalseHead
    case .copyBootRecord:
      words.copyDeviceRegisterFalse
    case .copySegment:
      words.copyLogDamagedIncomplete
    case .copyRecord:
      words.copyRecordDamaged
    case .copyChunk:
      words.copyChunkMissingDamaged
    case .copyFork:
      words.copyTellsAnotherHistory
    case .copyAhead:
      words.copyKnowsMoreDevices
    case .copySetBack:
      words.copySetBackOlder
    case .copyErasure: words.problemCopyErasure
    case .dossier:
      words.dossierCompareAlteredAnother
    case .serverRefused: words.problemServerRefused
    case .serverAnswer: words.problemServerAnswer
    case .serverKey: words.problemServerKey
    case .serverCosignature: words.problemServerCosignature
    case .serverWithheld: words.problemServerWithheld
    case .twin: words.problemTwin
    case .revoked: words.problemRevoked
    }
  }
}
