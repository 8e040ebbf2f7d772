// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension Failure {
  init(folder problem: VaultError.FolderProblem) {
    let safe = say("le coffre n'a rien perdu", "the vault lost nothing")
    switch problem {
    case .missing:
      self.init(
        .noInput, "not-found", say("ce dossier n'existe pas", "there is no such folder"),
        say("la clé USB est-elle branchée ?", "is the USB stick plugged in?"))
    case .denied:
      self.init(
        .permission, "permission",
        say("le dossier ne se laisse pas écrire ou lire", "the folder cannot be written or read"),
        say("la clé est peut-être protégée en écriture", "the stick may be write-protected"))
    case .full:
      self.init(
        .disk, "disk-full", say("la clé ou le disque est plein", "the stick or disk is full"),
        safe
          + say(
            " ; faites de la place et relancez la commande, elle reprendra",
            "; make room and run the command again, it will go on"))
    case .unavailable:
      self.init(
        .disk, "disk",
        say("la clé ou le disque ne répond plus", "the stick or disk does not answer"),
        safe
          + say(
            " ; rebranchez et relancez la commande, elle reprendra",
            "; plug it in again and run the command again, it will go on"))
    case .refused:
      self.init(
        .data, "refused",
        say("ce dossier n'est pas une copie ordinaire", "this folder is not an ordinary copy"),
        say(
          "il s'y trouve un lien ou un fichier à la place d'un dossier",
          "there is a link, or a file where a folder should be"))
    case .empty:
      self.init(
        .noInput, "no-copy", say("aucune copie de coffre ici", "no copy of a vault here"),
        say("elle se fait avec « memo copy --to DOSSIER »", "“memo copy --to DIR” makes one"))
    case .unusable:
      self.init(
        .data, "no-copy",
        say(
          "cette copie n'a plus de registre d'appareils authentique",
          "this copy has no authentic device register left"),
        say("rien n'a été créé ; essayez une autre copie", "nothing was made; try another copy"))
    }
  }

  /// Said after what could be done.
  init(copy problems: [Problem]) {
    self.init(
      .data, "copy",
      say(
        "tout n'est pas en ordre (\(problems.count) endroits, nommés ci-dessus)",
        "not all is in order (\(problems.count) places, named above)"),
      say(
        "le reste est fait ; rien n'a été effacé", "the rest is done; nothing was deleted"))
  }
}
