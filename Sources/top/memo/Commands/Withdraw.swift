// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import Evidence
import VaultKit

/// `memo withdraw`: from this device; the place in the log stays.
struct Withdraw: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "withdraw", words.removesEntryHere,
      words.textPiecesLeaveDevice,
      examples: ["memo withdraw k3f9"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.entrysIdBeginning))
  var entry: String
  @Option(help: ArgumentHelp(words.why)) var reason: String?
  @Flag(
    help: ArgumentHelp(
      words.reasonJsonStandardInput))
  var stdin = false
  @Flag(help: ArgumentHelp(words.withoutAsking)) var yes = false

  func run() async throws {
    var reason = reason
    if stdin { reason = try StandardInput.object(allowing: ["reason"]).string("reason") ?? reason }
    let vault = try await shared.open()
    // As the contract has it: how many revisions there are with this one.
    let folded = try await vault.entry(entry)
    let revision = folded.revisions.count + 1
    if !yes && !stdin {
      let contacts = try await vault.contacts()
      let shown = EntryView(folded, contacts: contacts).text
      guard try shared.agrees(to: words.questionWithdraw, about: shown) else {
        return shared.tell(words.nothingTouched)
      }
    }
    let id = try await vault.withdraw(entry, reason: reason)
    if shared.json {
      return try Output.json(["id": id.description, "revision": revision] as [String: Any])
    }
    shared.tell(words.removedHere)
  }
}
