// SPDX-License-Identifier: Apache-2.0
import Remote
import Evidence
import VaultKit

extension HistoryItem {
  var jsonObject: [String: Any] {
    [
      "type": type?.rawValue ?? (isUnreadable ? "unreadable" : "hole"), "log": log.description,
      "device": device.description,
      "sequence": sequence, "subject": subject?.description ?? JSONNull.value,
      "recorded_at": recordedAt?.description ?? JSONNull.value, "leaf": leaf,
      "quarantined": isQuarantined,
    ]
  }

  var line: String {
    let when = recordedAt?.shown ?? "—"
    let about = subject.map { "  \($0.description.prefix(8))" } ?? ""
    let aside = isQuarantined ? say("  mis à part", "  set apart") : ""
    return "\(device.description.prefix(6))  \(sequence)  \(when)  \(words)\(about)\(aside)"
  }

  private var words: String {
    switch type {
    case nil where isUnreadable: say("illisible : abîmé", "unreadable: damaged")
    case nil: say("retiré d'ici", "removed from here")
    case .logOpened?: say("journal ouvert", "log opened")
    case .entryLogged?: say("fait inscrit", "entry logged")
    case .entryAmended?: say("fait modifié", "entry amended")
    case .entryAttached?: say("pièces jointes", "pieces attached")
    case .entryWithdrawn?: say("retrait", "withdrawal")
    case .contactSaved?: say("contact inscrit", "contact saved")
    case .contactRemoved?: say("contact retiré", "contact removed")
    case .deviceCertified?: say("appareil certifié", "device certified")
    case .deviceRevoked?: say("appareil révoqué", "device revoked")
    case .dossierSealed?: say("dossier remis", "dossier handed over")
    case let type?: type.rawValue
    }
  }
}

extension HistoryHead {
  var jsonObject: [String: Any] {
    [
      "type": "head", "log": log.description, "device": device.description, "size": size,
      "root": root, "revoked": isRevoked,
    ]
  }

  var line: String {
    let revoked = isRevoked ? say(", appareil révoqué", ", device revoked") : ""
    return say("tête", "head") + "  \(device.description.prefix(6))  \(size)  \(root)\(revoked)"
  }
}
