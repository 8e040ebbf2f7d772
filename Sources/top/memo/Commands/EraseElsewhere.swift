// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import Remote
import SyncClient
import VaultKit

/// `memo erase-elsewhere`: an order that the server and the other devices follow, later; or the word that stops it.
struct EraseElsewhere: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "erase-elsewhere", words.eraseElsewhereAbstract, words.eraseElsewhereDiscussion,
      examples: ["memo erase-elsewhere k3f9 --kit -", "memo erase-elsewhere --cancel q7ab"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.eraseElsewhereEntries))
  var entries: [String] = []
  @Option(help: ArgumentHelp(words.kitsFileAsksGroupGroup, valueName: "file"))
  var kit: String?
  @Option(help: ArgumentHelp(words.eraseElsewhereCancel, valueName: "id"))
  var cancel: String?
  @Flag(help: ArgumentHelp(words.withoutAsking)) var yes = false

  func validate() throws {
    guard (cancel == nil) != entries.isEmpty else {
      throw ValidationError(words.eraseElsewhereEntries)
    }
    guard cancel != nil || kit != nil else {
      throw ValidationError(words.eraseElsewhereNeedsKit)
    }
  }

  func run() async throws {
    let vault = try await shared.open()
    let link = try await vault.server()
    guard let link else {
      guard let cancel else { throw VaultError.noServer }
      return try tell(try await vault.cancelErasure(cancel, over: nil))
    }
    try await Network.with(Network.address(link.address)) { exchange in
      if let cancel {
        return try tell(try await vault.cancelErasure(cancel, over: exchange))
      }
      try await order(vault, exchange)
    }
  }

  private func tell(_ stop: ErasureStop) throws {
    if shared.json {
      try Output.json(
        [
          "erasure": stop.id.description, "stopped": stop.isStopped, "server_knows": stop.isKnown,
        ] as [String: Any])
    } else if stop.isKnown {
      shared.tell(words.eraseElsewhereStopped)
    } else if stop.isStopped, stop.failure != .refused(.conflict) {
      shared.tell(words.erasureStoppedHere)
    }
    guard stop.isStopped else {
      throw Failure(.data, "too-late", words.erasureOver, words.erasureOverHint)
    }
    switch stop.failure {
    case nil: return
    case .refused(.conflict):
      throw Failure(.data, "too-late", words.erasureTooLate, words.erasureTooLateHint)
    case .some(let failure): throw Failure(server: failure)
    }
  }

  private func order(_ vault: Vault, _ exchange: HTTPExchange) async throws {
    let recovery = try KitInput.recoverySecret(kit ?? "")
    if !yes {
      let contacts = try await vault.contacts()
      var shown: [String] = []
      for entry in entries {
        shown.append(EntryView(try await vault.entry(entry), contacts: contacts).text)
      }
      guard
        try shared.agrees(
          to: words.eraseElsewhereQuestion, about: shown.joined(separator: "\n"))
      else { return shared.tell(words.nothingTouched) }
    }
    let receipt: ErasureReceipt
    do {
      receipt = try await vault.orderErasure(of: entries, recovery: recovery, over: exchange)
    } catch VaultError.server(.unreachable) {
      throw Failure(.unavailable, "unreachable", words.erasureNotAsked, words.erasureNotAskedHint)
    }
    let moment = receipt.notBefore.map {
      RecordedAt(secondsSinceEpoch: Int64(clamping: $0), offsetSeconds: 0)
    }
    if shared.json {
      try Output.json([
        "erasure": receipt.id.description, "not_before": moment?.description ?? JSONNull.value,
      ])
    } else if let moment {
      shared.tell(words.eraseElsewhereDone("\(receipt.id.description.prefix(8))", moment.shown))
    } else {
      shared.tell(words.erasureNotSent("\(receipt.id.description.prefix(8))"))
    }
    if let failure = receipt.failure { throw Failure(server: failure) }
  }
}
