// SPDX-License-Identifier: Apache-2.0
import Seal
import Sodium
import VaultKit

/// Shows the kit on the alternate screen until three of its groups were typed back from paper.
struct KitScreen {
  let terminal: Terminal
  let kit: RecoveryKit

  func confirm() throws {
    try terminal.onAlternateScreen {
      repeat {
        try show()
      } while try !isTypedBack()
    }
  }

  private func show() throws {
    terminal.clear()
    terminal.write(
      say(
        """
        Voici le kit de secours. Recopiez-le sur papier et gardez-le ailleurs que cet appareil.
        Il ouvre tout, même sans la phrase de passe. Kit et phrase perdus ensemble, plus personne
        ne peut ouvrir le coffre : ni nous, ni une association, ni un expert.


        """,
        """
        This is the recovery kit. Copy it on paper and keep it elsewhere than this device.
        It opens everything, even without the passphrase. Kit and passphrase lost together, nobody
        can open the vault: not us, no association, no expert.


        """))
    terminal.write(try kit.lines())
    terminal.write("\n")
    _ = try terminal.readLine(
      say(
        "Une fois recopié, appuyez sur Entrée : le kit disparaît, et trois groupes sont demandés. ",
        "Once copied, press Enter: the kit disappears, and three groups are asked for. "))
    terminal.clear()
  }

  private func isTypedBack() throws -> Bool {
    for number in try Self.threeGroups() {
      let typed = try terminal.readSecret(
        say("Groupe", "Group") + " \(number)/\(RecoveryKit.groupCount) : ", limit: 64)
      guard try kit.group(number, is: typed) else {
        terminal.write(
          say(
            "Ce n'est pas ce groupe ; le kit s'affiche à nouveau.\n",
            "That is not this group; the kit is shown again.\n"))
        _ = try terminal.readLine(say("Entrée pour continuer. ", "Enter to go on. "))
        return false
      }
    }
    return true
  }

  /// Three different ones, ascending. The first group (`memo`) tells nothing.
  private static func threeGroups() throws -> [Int] {
    var rest = Array(2...RecoveryKit.groupCount)
    let bytes = SystemRandom().bytes(3)
    return bytes.map { rest.remove(at: Int($0) % rest.count) }.sorted()
  }
}
