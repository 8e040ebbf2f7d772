// SPDX-License-Identifier: Apache-2.0
import Dossier

extension DossierReport {
  var jsonObject: [String: Any] {
    var object: [String: Any] = [
      "ok": ok, "verdict": verdict?.rawValue ?? "valid", "author_confirmed": authorConfirmed,
      "vault": vault ?? JSONNull.value,
      "device": device ?? JSONNull.value, "entries": entries, "pieces": pieces,
      "created_at": createdAt ?? JSONNull.value,
      // No cosignature and no token can be in a dossier of this version.
      "witnessed_before": JSONNull.value, "timestamps": [String](),
      "problems": findings.map(\.jsonObject),
    ]
    object["recorded_between"] = recordedBetween.map { [$0.first, $0.last] } ?? JSONNull.value
    return object
  }

  /// In plain words: what is false, what cannot be checked today, what is not proven.
  var text: String {
    ([heading]
      + details(
        say("Faits : ", "Entries: ") + "\(entries)" + say(" ; pièces : ", "; pieces: ")
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
        say(
          "Inscrits, d'après l'horloge de l'appareil, entre ",
          "Recorded, by the device's clock, between ")
          + recordedBetween.first + say(" et ", " and ") + recordedBetween.last)
      lines.append(
        say(
          "  Cette horloge peut être fausse ou réglée à dessein : seule, elle ne prouve pas l'heure.",
          "  That clock may be wrong or set on purpose: alone, it does not prove the time."))
    }
    if let device {
      lines.append(say("Appareil qui a signé : ", "Device that signed: ") + device)
    }
    if let createdAt {
      lines.append(
        say("Dossier fait, d'après son horloge, le ", "Dossier made, by its clock, on ")
          + createdAt)
    }
    if let vault { lines.append(say("Coffre annoncé : ", "Vault named: ") + vault) }
    return lines + [author]
  }

  private var heading: String {
    guard isKnownFormat else { return Self.later }
    return switch verdict {
    case .wrong: say("CE DOSSIER CONTIENT DU FAUX.", "THIS DOSSIER HOLDS SOMETHING FALSE.")
    case .unverifiable:
      say(
        "Rien de faux trouvé ; une partie ne peut être vérifiée aujourd'hui.",
        "Nothing false found; a part cannot be checked today.")
    case .unproven:
      say(
        "Rien de faux trouvé ; une partie n'est pas prouvée.",
        "Nothing false found; a part is not proven.")
    default: say("Rien de faux dans ce dossier.", "Nothing false in this dossier.")
    }
  }

  /// Nothing is false, but this program cannot tell.
  var isKnownFormat: Bool { verdict == .wrong || ok }

  static var later: String {
    say(
      "CE DOSSIER NE PEUT ÊTRE VÉRIFIÉ AUJOURD'HUI : il est d'un format plus récent que ce programme.",
      "THIS DOSSIER CANNOT BE CHECKED TODAY: its format is later than this program.")
  }

  private static var meaning: String {
    say(
      "Cela ne dit pas que les faits sont vrais : ils sont tels qu'ils ont été inscrits.",
      "This does not say that the facts are true: they are as they were recorded.")
  }

  private var author: String {
    if authorConfirmed {
      return say(
        "Auteur confirmé : c'est le coffre dont l'identité a été donnée.",
        "Author confirmed: this is the vault whose identity was given.")
    }
    return vaultWasGiven
      ? say(
        "Auteur non confirmé : voyez ce qui est faux ci-dessus.",
        "Author not confirmed: see what is false above.")
      : say(
        """
        Auteur non confirmé : n'importe qui a pu faire ce coffre. Donnez --vault-id avec \
        l'identité reçue en main propre.
        """,
        """
        Author not confirmed: anyone may have made this vault. Give --vault-id with the \
        identity received in hand.
        """
      )
  }

  private static var headings: [(Finding.Class, String)] {
    [
      (.wrong, say("Faux :", "False:")),
      (.unverifiable, say("Non vérifiable aujourd'hui :", "Cannot be checked today:")),
      (.unproven, say("Non prouvé :", "Not proven:")),
      (.notice, say("À savoir :", "Worth knowing:")),
    ]
  }
}

extension Finding {
  var jsonObject: [String: Any] {
    [
      "class": severity.rawValue, "code": code.rawValue, "file": file ?? JSONNull.value,
      "reason": words,
    ]
  }

  var line: String { file.map { "\(Output.line($0)) : \(words)" } ?? words }

  private var words: String {
    switch code {
    case .missingFile: say("fichier absent", "file missing")
    case .unlistedFile: say("fichier que rien ne répertorie", "file that nothing lists")
    case .alteredFile: say("fichier modifié", "file altered")
    case .malformedFile: say("fichier mal formé", "file malformed")
    case .wrongArchive:
      say(
        "l'archive ne porte pas la date du dossier",
        "the archive does not bear the dossier's date")
    case .badSignature: say("signature fausse", "signature is false")
    case .wrongTrustedComment:
      say("la signature parle d'un autre dossier", "the signature speaks of another dossier")
    case .uncertifiedKey: say("clé non certifiée par le coffre", "key not certified by the vault")
    case .otherVault:
      say("un autre coffre que celui qui est annoncé", "another vault than the one named")
    case .privateOpening:
      say("contient un champ qui ne devait pas sortir", "holds a field that may not leave")
    case .wrongStatement: say("inscription fausse", "statement is false")
    case .wrongProof:
      say("la place dans le journal n'est pas prouvée", "the place in the log is not proven")
    case .headsDisagree:
      say("deux têtes différentes d'un même journal", "two different heads of one log")
    case .wrongPiece:
      say("pièce différente de celle qui a été inscrite", "piece differs from the one recorded")
    case .pageDiffers:
      say(
        "page différente de ce que disent les inscriptions",
        "page differs from what the statements say")
    case .wrongCount: say("nombre de faits faux", "number of entries is false")
    case .laterFormat: say("format plus récent que ce programme", "format later than this program")
    case .unreadTimestamp:
      say("horodatage que cette version ne lit pas", "time stamp that this version does not read")
    case .originalWithheld:
      say(
        "original gardé par la personne ; son empreinte est donnée",
        "original kept by the person; its digest is given")
    case .unknownRenderer:
      say(
        "pages d'une version inconnue de ce programme", "pages of a version unknown to this program"
      )
    case .revokedDevice:
      say("l'appareil qui a signé a été révoqué", "the signing device was revoked")
    case .beyondRevocation:
      say("inscrit après la révocation de l'appareil", "recorded after the device's revocation")
    case .notARecipient:
      say(
        "ouvert par un destinataire que le dossier ne nomme pas",
        "opened by a recipient that the dossier does not name")
    case .headsNotShown:
      say("d'autres journaux existent ou peuvent exister", "other logs exist or may exist")
    case .clockDisorder:
      say("l'horloge de l'appareil a reculé", "the device's clock went backwards")
    }
  }
}
