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
    case .keyMissing:
      say(
        "inscription gardée, mais sa clé manque ici : le prochain emploi du kit la donnera",
        "record kept, but its key is missing here: the next use of the kit will give it")
    case .copyHead:
      say(
        "dans la copie, tête de journal étrangère ou fausse", "in the copy, a foreign or false head"
      )
    case .copyBootRecord:
      say(
        "dans la copie, registre d'appareils faux, étranger ou absent",
        "in the copy, a device register that is false, foreign or missing")
    case .copySegment:
      say(
        "dans la copie, journal abîmé ou incomplet à partir de",
        "in the copy, a log damaged or incomplete from")
    case .copyRecord:
      say("dans la copie, inscription abîmée", "in the copy, a record is damaged")
    case .copyChunk:
      say(
        "dans la copie, morceau de pièce absent ou abîmé", "in the copy, a chunk missing or damaged"
      )
    case .copyFork:
      say(
        "la copie raconte une autre histoire de ce journal ; rien n'y a été écrit",
        "the copy tells another history of this log; nothing was written to it")
    case .copyAhead:
      say(
        "la copie en sait plus que cet appareil sur son propre journal : ce coffre a été ramené en arrière, ou il en existe un double",
        "the copy knows more of this device's own log: this vault was set back, or it has a twin")
    case .copySetBack:
      say(
        "la copie a été ramenée à un état plus ancien ; ce qui manquait y a été remis",
        "the copy was set back to an older state; what was missing was written again")
    case .dossier:
      say(
        "le dossier à comparer est altéré ou d'un autre coffre : rien n'a été comparé",
        "the dossier to compare with is altered or of another vault: nothing was compared")
    }
  }
}
