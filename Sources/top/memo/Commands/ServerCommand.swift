// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SyncClient
import VaultKit

/// `memo server`: which server the vault is linked to.
struct ServerCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "server", words.serverAbstract,
      examples: ["memo server set https://memo.exemple.org", "memo server show"],
      subcommands: [ServerSet.self, ServerShow.self])
  }
}

struct ServerSet: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "set", words.serverSetAbstract, words.serverSetDiscussion,
      examples: [
        "memo server set https://memo.exemple.org",
        "memo server set https://memo.exemple.org --invite k3f9v2ab…",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.serverURL, valueName: "url"))
  var url: String
  @Option(help: ArgumentHelp(words.serverInvite, valueName: "code"))
  var invite: String?

  func run() async throws {
    let address = try Network.address(url)
    let vault = try await shared.open()
    try await Network.with(address) { exchange in
      try await vault.link(to: address, over: exchange, invitation: invite)
    }
    let link = try await vault.server()
    if shared.json {
      return try Output.json(["server": address.description, "cosigner": link?.cosigner ?? ""])
    }
    shared.tell(words.serverLinked)
  }
}

struct ServerShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo("show", words.serverShowAbstract, examples: ["memo server show"])
  }

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let vault = try await shared.open()
    let link = try await vault.server()
    if shared.json {
      return try Output.json([
        "server": link?.address as Any? ?? JSONNull.value,
        "cosigner": link?.cosigner as Any? ?? JSONNull.value,
      ])
    }
    guard let link else { return shared.tell(words.serverNone) }
    shared.tell(link.address)
    shared.tell(words.serverKeyIs + link.cosigner)
  }
}
