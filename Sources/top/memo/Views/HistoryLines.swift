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
    let aside = isQuarantined ? words.setApart : ""
    return "\(device.description.prefix(6))  \(sequence)  \(when)  \(sentence)\(about)\(aside)"
  }

  private var sentence: String {
    switch type {
    case nil where isUnreadable: words.unreadableDamaged
    case nil: words.removedHereLine
    case .logOpened?: words.logOpened
    case .entryLogged?: words.entryLogged
    case .entryAmended?: words.entryAmended
    case .entryAttached?: words.piecesAttached
    case .entryWithdrawn?: words.withdrawal
    case .contactSaved?: words.contactSaved
    case .contactRemoved?: words.contactRemoved
    case .deviceCertified?: words.deviceCertified
    case .deviceRevoked?: words.deviceRevoked
    case .erasureOrdered?: words.erasureOrderedLine
    case .erasureCancelled?: words.erasureCancelledLine
    case .dossierSealed?: words.dossierHandedOver
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
    let revoked = isRevoked ? words.deviceRevokedTail : ""
    return words.head + "  \(device.description.prefix(6))  \(size)  \(root)\(revoked)"
  }
}

extension ErasureItem {
  var jsonObject: [String: Any] {
    [
      "type": "erasure", "erasure": id.description, "created_at": createdAt,
      "delay_days": delayDays, "places": places, "state": state.rawValue,
    ]
  }

  var line: String {
    let moment = (try? RecordedAt(createdAt))?.shown ?? createdAt
    let state =
      switch state {
      case .waiting: words.erasureWaiting
      case .cancelled: words.erasureStopped
      case .done: words.erasureDone
      }
    return words.erasureLine("\(id.description.prefix(8))", moment, delayDays) + state
  }
}
