// SPDX-License-Identifier: Apache-2.0
import Seal

extension Failure {
  /// A kit or shares that cannot be used; `groups` are those that a correction would change.
  static func kit(_ error: KitError, proposing groups: [Int]) -> Failure {
    if !groups.isEmpty {
      let list = groups.map(String.init).joined(separator: ", ")
      return Failure(
        .data, "kit", say("ce kit ne peut pas être lu", "this kit cannot be read"),
        say(
          "relisez sur le papier, en comptant de 1 à 19, groupe : ",
          "read again on the paper, counting from 1 to 19, group: ") + list)
    }
    return switch error {
    case .wrongCharacter(let group):
      Failure(
        .data, "kit", say("ce kit ne peut pas être lu", "this kit cannot be read"),
        say(
          "un caractère est impossible dans le groupe \(group)",
          "a character is impossible in group \(group)"))
    case .wrongLength(let found):
      Failure(
        .data, "kit", say("ce kit n'est pas entier", "this kit is not whole"),
        say(
          "il faut 76 caractères sans compter les espaces, en voici \(found)",
          "76 characters are needed, spaces apart; here are \(found)"))
    case .shareInsteadOfKit:
      Failure(
        .data, "share",
        say("c'est une part, pas un kit entier", "this is a share, not a whole kit"),
        say(
          "réunissez les parts avec « memo kit combine »",
          "put the shares together with “memo kit combine”"))
    case .kitInsteadOfShare:
      Failure(
        .data, "kit", say("c'est un kit entier, pas une part", "this is a whole kit, not a share"),
        say("un kit entier s'emploie tel quel", "a whole kit is used as it is"))
    case .impossibleSplit:
      Failure(
        .usage, "split", say("partage impossible", "impossible split"),
        say("--need va de 2 à 9, --of de --need à 31", "--need is 2 to 9, --of is --need to 31"))
    case .tooFewShares(let needed, let found):
      Failure(
        .noInput, "shares",
        say(
          "il manque des parts : \(found) sur \(needed)",
          "shares are missing: \(found) of \(needed)"),
        say("ajoutez d'autres fichiers de parts", "add other share files"))
    case .mixedShares:
      Failure(
        .data, "shares",
        say("ces parts ne viennent pas du même partage", "these shares are not of one split"),
        say("réunissez des parts faites ensemble", "put together shares that were made together"))
    case .duplicateShare:
      Failure(
        .data, "shares", say("une part est donnée deux fois", "one share is given twice"),
        say("donnez des parts différentes", "give different shares"))
    case .contradictoryShares, .wrongIdentifier:
      Failure(
        .data, "kit", say("ce n'est pas un kit authentique", "this is not an authentic kit"),
        say(
          "une part ou le kit a été modifié ; rien n'a été ouvert",
          "a share or the kit was altered; nothing was opened"))
    case .mixedCase, .wrongChecksum: unreadableKit
    }
  }
}
