// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import VaultKit

/// `memo withdraw`: from this device; the place in the log stays.
struct Withdraw: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "withdraw", say("Retire une inscription d'ici", "Removes an entry from here"),
      say(
        "Son texte et ses pièces quittent cet appareil ; sa place dans le journal reste.",
        "Its text and pieces leave this device; its place in the log stays."),
      examples: ["memo withdraw k3f9"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      say("Identifiant de l'inscription, ou son début", "The entry's id, or its beginning")))
  var entry: String
  @Option(help: ArgumentHelp(say("Pourquoi", "Why"))) var reason: String?
  @Flag(
    help: ArgumentHelp(
      say("« reason » en JSON sur l'entrée standard", "“reason” as JSON on standard input")))
  var stdin = false

  func run() async throws {
    var reason = reason
    if stdin { reason = try StandardInput.object(allowing: ["reason"]).string("reason") ?? reason }
    let vault = try await shared.open()
    let id = try await vault.withdraw(entry, reason: reason)
    if shared.json { return try Output.json(["id": id.description]) }
    shared.tell(say("Retiré d'ici.", "Removed from here."))
  }
}
