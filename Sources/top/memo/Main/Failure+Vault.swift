// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension Failure {
  init(vault error: VaultError) {
    switch error {
    case .noVault:
      self.init(
        .noInput, "no-vault", say("aucun coffre ici", "no vault here"),
        say(
          "créez-le avec « memo init », ou indiquez son dossier avec --vault",
          "create it with “memo init”, or give its folder with --vault"))
    case .vaultExists:
      self.init(
        .cannotCreate, "exists", say("un coffre existe déjà ici", "a vault exists here already"),
        say("rien n'a été touché", "nothing was touched"))
    case .busy(let holder):
      self.init(
        .busy, "busy",
        say("le coffre est ouvert par un autre programme", "another program has the vault open")
          + (holder.map { " (\(say("processus", "process")) \($0))" } ?? ""),
        say("attendez qu'il finisse, puis recommencez", "wait for it to finish, then try again"))
    case .wrongPassphrase:
      self.init(
        .permission, "passphrase",
        say("ce n'est pas la phrase de passe", "that is not the passphrase"),
        say(
          "recommencez ; si elle est perdue, « memo recover » l'échange contre le kit",
          "try again; if it is lost, “memo recover” replaces it with the kit"))
    case .otherVaultsKit:
      self.init(
        .permission, "other-vault",
        say("ce kit est celui d'un autre coffre", "this kit is another vault's"),
        say("cherchez le kit de ce coffre", "look for this vault's kit"))
    case .unreadableKit: self = .unreadableKit
    case .damaged(let part):
      self.init(
        .data, "damaged",
        say("une partie du coffre est abîmée", "a part of the vault is damaged") + " (\(part))",
        say(
          "rien n'a été effacé ; faites une copie du dossier, puis « memo check --deep »",
          "nothing was deleted; copy the folder, then “memo check --deep”"))
    case .laterVersion:
      self.init(
        .data, "later-version",
        say("écrit par une version plus récente de memo", "written by a later version of memo"),
        say("rien n'a été touché ; mettez memo à jour", "nothing was touched; update memo"))
    case .conflict:
      self.init(
        .data, "conflict", say("le journal a changé entre-temps", "the log changed meanwhile"),
        say("recommencez", "try again"))
    case .notFound:
      self.init(
        .noInput, "not-found", say("rien ne porte cet identifiant ici", "nothing here has that id"),
        say("« memo list » montre les identifiants", "“memo list” shows the ids"))
    case .ambiguous:
      self.init(
        .usage, "ambiguous", say("plusieurs correspondent", "several match"),
        say("donnez plus de caractères", "give more characters"))
    case .pieceNotFound:
      self.init(
        .noInput, "not-found",
        say("cette inscription n'a pas cette pièce", "this entry has no such piece"),
        say("« memo show » montre les pièces", "“memo show” shows the pieces"))
    case .invalidField(let name):
      self.init(
        .usage, "invalid", say("valeur illisible pour", "unreadable value for") + " \(name)",
        Self.example(of: name))
    case .unusablePassphrase:
      self.init(
        .usage, "passphrase",
        say("la phrase de passe est vide ou trop longue", "the passphrase is empty or too long"),
        say("de 1 à 1024 octets", "1 to 1024 bytes"))
    case .tooLarge:
      self.init(
        .data, "too-large",
        say("c'est trop long pour une inscription", "this is too long for one entry"),
        say(
          "rien n'a été inscrit ; joignez le texte comme pièce avec --attach",
          "nothing was recorded; attach the text as a piece with --attach"))
    case .file(let problem, _): self.init(fileProblem: problem)
    case .permissionDenied:
      self.init(
        .permission, "permission", say("accès refusé par le système", "the system denies access"),
        say("vérifiez les droits du dossier", "check the folder's permissions"))
    case .broken:
      self.init(
        .other, "self-test",
        say(
          "la bibliothèque de chiffrement de cette machine ne répond pas comme prévu",
          "this machine's cryptographic library does not answer as it should"),
        say(
          "rien n'a été ouvert ; réinstallez libsodium", "nothing was opened; reinstall libsodium"))
    case .outOfMemory:
      self.init(
        .other, "memory", say("il n'y a pas assez de mémoire", "there is not enough memory"),
        say("fermez d'autres programmes et recommencez", "close other programs and try again"))
    case .diskFull:
      self.init(
        .disk, "disk-full", say("le disque est plein", "the disk is full"),
        say(
          "rien n'est à moitié inscrit ; libérez de la place et recommencez",
          "nothing is half recorded; make room and try again"))
    case .disk:
      self.init(
        .disk, "disk", say("le disque ne répond pas", "the disk does not answer"),
        say("ce qui était inscrit l'est toujours", "what was recorded still is"))
    case .outputExists: self = .exists
    case .folder(let problem): self.init(folder: problem)
    }
  }

  /// Said after what could be read.
  init(damage problems: [Problem]) {
    self.init(
      .data, "damaged",
      say(
        "une partie du coffre est abîmée : ce qui précède est le reste (\(problems.count) endroits)",
        "a part of the vault is damaged: the above is the rest (\(problems.count) places)"),
      say(
        "rien n'a été effacé ; faites une copie du dossier, puis « memo check --deep »",
        "nothing was deleted; copy the folder, then “memo check --deep”"))
  }

  private init(fileProblem problem: VaultError.FileProblem) {
    let nothing = say("rien n'a été joint", "nothing was attached")
    switch problem {
    case .missing:
      self.init(.noInput, "not-found", say("fichier introuvable", "file not found"), nothing)
    case .unreadable:
      self.init(
        .permission, "permission", say("fichier illisible", "the file cannot be read"), nothing)
    case .symbolicLink:
      self.init(
        .noInput, "link", say("c'est un lien", "this is a link"),
        nothing + say(" ; donnez le fichier lui-même", "; give the file itself"))
    case .notAFile:
      self.init(
        .noInput, "not-a-file",
        say("ce n'est pas un fichier ordinaire", "this is not a regular file"),
        nothing)
    case .changedWhileReading:
      self.init(
        .noInput, "changed",
        say("le fichier a changé pendant sa lecture", "the file changed while it was read"),
        nothing
          + say(
            " ; attendez qu'il soit fini et recommencez",
            "; wait until it is finished and try again"))
    case .tooLarge:
      self.init(.data, "too-large", say("fichier trop grand", "the file is too large"), nothing)
    }
  }

  static func example(of field: String) -> String? {
    switch field {
    case "when", "since", "until":
      say(
        "exemples : 2021-03-14, 2021-03~ (vers mars 2021), 2019?, 2019/2021, ../2020-06",
        "examples: 2021-03-14, 2021-03~ (about March 2021), 2019?, 2019/2021, ../2020-06")
    case "amount": say("exemples : 120, 120,50, 120.50 EUR", "examples: 120, 120.50, 120.50 EUR")
    case "written-by": "self, helped, relative"
    case "nature": "received, copy, capture"
    default: nil
    }
  }
}
