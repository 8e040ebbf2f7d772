// SPDX-License-Identifier: Apache-2.0
import Dossier
import Evidence

extension DossierReport {
  var jsonObject: [String: Any] {
    var object: [String: Any] = [
      "ok": ok, "verdict": verdict?.rawValue ?? "valid", "author_confirmed": authorConfirmed,
      "vault": vault ?? JSONNull.value,
      "device": device ?? JSONNull.value, "entries": entries, "pieces": pieces,
      "created_at": createdAt ?? JSONNull.value,
      // No token can be in a dossier of this version.
      "witnessed_before": witnessedBefore ?? JSONNull.value, "timestamps": [String](),
      "problems": findings.map(\.jsonObject),
    ]
    object["recorded_between"] = recordedBetween.map { [$0.first, $0.last] } ?? JSONNull.value
    return object
  }

  /// In plain words: what is false, what cannot be checked today, what is not proven.
  var text: String {
    ([heading]
      + details(
        words.entries + "\(entries)" + words.piecesTail
          + "\(pieces)"))
      .joined(separator: "\n")
  }

  /// Everything after the first line.
  /// - Parameter contents: what is inside, in one line.
  func details(_ contents: String) -> [String] {
    var lines: [String] = []
    if ok { lines.append(Self.meaning) }
    for (severity, heading) in Self.headings {
      let found = findings.filter { $0.severity == severity }
      if !found.isEmpty { lines += ["", heading] + found.map { "  " + $0.line } }
    }
    lines += ["", contents]
    if let recordedBetween {
      lines.append(
        words.recordedDevicesClockBetween(
          Self.moment(recordedBetween.first), Self.moment(recordedBetween.last)))
      lines.append(
        words.clockMayWrongSet)
    }
    if let witnessedBefore {
      lines.append(words.witnessedBefore(Self.moment(witnessedBefore)))
    }
    if let device {
      lines.append(words.deviceSigned + device)
    }
    if let createdAt {
      lines.append(words.dossierMadeClock + Self.moment(createdAt))
    }
    if let vault { lines.append(words.vaultNamed + vault) }
    return lines + [author]
  }

  /// In words; as it stands when it cannot be read. JSON keeps the seconds.
  private static func moment(_ text: String) -> String { (try? RecordedAt(text))?.shown ?? text }

  private var heading: String {
    guard isKnownFormat else { return Self.later }
    return switch verdict {
    case .wrong: words.dossierHoldsSomethingFalse
    case .unverifiable:
      words.nothingFalseFoundPart
    case .unproven:
      words.nothingFalseFoundPartNot
    default: words.nothingFalseDossier
    }
  }

  /// Nothing is false, but this program cannot tell.
  var isKnownFormat: Bool { verdict == .wrong || ok }

  static var later: String {
    words.dossierCannotCheckedToday
  }

  private static var meaning: String {
    words.doesNotSayFacts
  }

  private var author: String {
    if authorConfirmed {
      return words.authorConfirmedVaultWhose
    }
    return vaultWasGiven
      ? words.authorNotConfirmedSee
      : words.authorNotConfirmedAnyone
  }

  private static var headings: [(Finding.Class, String)] {
    [
      (.wrong, words.falseLabel),
      (.unverifiable, words.cannotCheckedToday),
      (.unproven, words.notProven),
      (.notice, words.worthKnowing),
    ]
  }
}

extension Finding {
  var jsonObject: [String: Any] {
    [
      "class": severity.rawValue, "code": code.rawValue, "file": file ?? JSONNull.value,
      "reason": sentence,
    ]
  }

  var line: String { file.map { "\(Output.line($0)) : \(sentence)" } ?? sentence }

  private var sentence: String {
    switch code {
    case .missingFile: words.fileMissing
    case .unlistedFile: words.fileNothingLists
    case .alteredFile: words.fileAltered
    case .malformedFile: words.fileMalformed
    case .wrongArchive:
      words.archiveDoesNotBear
    case .badSignature: words.signatureFalse
    case .wrongTrustedComment:
      words.signatureSpeaksAnotherDossier
    case .uncertifiedKey: words.keyNotCertifiedVault
    case .otherVault:
      words.anotherVaultThanOne
    case .privateOpening:
      words.holdsFieldMayNot
    case .wrongStatement: words.statementFalse
    case .wrongProof:
      words.placeLogNotProven
    case .headsDisagree:
      words.twoDifferentHeadsOne
    case .wrongPiece:
      words.pieceDiffersOneRecorded
    case .pageDiffers:
      words.pageDiffersWhatStatements
    case .wrongCount: words.numberEntriesFalse
    case .laterFormat: words.formatLaterThanProgram
    case .unreadTimestamp:
      words.timeStampVersionDoes
    case .originalWithheld:
      words.originalKeptPersonDigest
    case .unknownRenderer:
      words.pagesVersionUnknownProgram
    case .revokedDevice:
      words.signingDeviceRevoked
    case .beyondRevocation:
      words.recordedAfterDevicesRevocation
    case .notARecipient:
      words.openedRecipientDossierDoes
    case .headsNotShown:
      words.otherLogsExistMay
    case .clockDisorder:
      words.devicesClockWentBackwards
    }
  }
}
