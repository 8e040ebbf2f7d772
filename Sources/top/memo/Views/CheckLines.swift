// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension CheckReport {
  var jsonObject: [String: Any] {
    [
      "ok": ok, "records": records, "chunks": chunks, "problems": problems.map(\.jsonObject),
      "unreferenced_chunks": unreferencedChunks, "unknown_statements": unknownStatements,
      "quarantined": quarantined,
    ]
  }
}

extension Problem {
  var jsonObject: [String: Any] {
    ["code": code.rawValue, "place": place ?? JSONNull.value]
  }

  var line: String { place.map { "\(words) : \($0)" } ?? words }

  private var words: String {
    switch code {
    case .database: say("base de données abîmée", "database damaged")
    case .meta: say("réglages du coffre abîmés", "vault settings damaged")
    case .deviceSecret: say("device.secret abîmé", "device.secret damaged")
    case .slot: say("emplacement de la phrase de passe abîmé", "passphrase slot damaged")
    case .keyRing: say("trousseau abîmé", "key ring damaged")
    case .certificate: say("certificat abîmé ou étranger", "certificate damaged or foreign")
    case .bootRecord: say("registre des appareils abîmé", "boot record damaged")
    case .head: say("tête du journal fausse", "log head is wrong")
    case .recordMissing: say("inscription absente", "record missing")
    case .recordDamaged: say("inscription abîmée", "record damaged")
    case .recordUnlisted:
      say("inscription qu'aucune tête de journal ne compte", "record that no log head counts")
    case .unauthorisedHole:
      say(
        "inscription retirée sans que le journal le dise", "record gone without the log saying so")
    case .chunkMissing: say("morceau de pièce absent", "chunk missing")
    case .chunkDamaged: say("morceau de pièce abîmé", "chunk damaged")
    case .chunkUnlisted: say("morceau de pièce non répertorié", "chunk not listed")
    case .pieceDamaged: say("pièce abîmée", "piece damaged")
    case .rollback: say("le coffre a été ramené en arrière", "the vault was set back")
    case .fork:
      say(
        "le coffre raconte une autre histoire que le dossier",
        "the vault tells another history than the dossier")
    case .dossier:
      say(
        "le dossier à comparer est altéré ou d'un autre coffre : rien n'a été comparé",
        "the dossier to compare with is altered or of another vault: nothing was compared")
    }
  }
}
