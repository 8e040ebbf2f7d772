// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import SyncClient
import VaultKit

/// `memo sync`: takes in what other devices left, then pushes; with the server, or through a folder.
struct Sync: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "sync", words.syncAbstract, words.syncDiscussion,
      examples: ["memo sync", "memo sync --all", "memo sync --folder /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(help: ArgumentHelp(words.syncAll))
  var all = false
  @Option(help: ArgumentHelp(words.syncFolder, valueName: "dir"))
  var folder: String?

  func run() async throws {
    let vault = try await shared.open()
    if let folder { return try await throughFolder(folder, vault) }
    guard let link = try await vault.server() else { throw VaultError.noServer }
    let report = try await Network.with(Network.address(link.address)) { exchange in
      try await CopyProgress.run(words.synchronising, shared) {
        try await vault.sync(over: exchange, wantsPieces: all, progress: $0)
      }
    }
    if shared.json { try Output.json(report.jsonObject) } else { tell(report) }
    if let surrender = report.surrender {
      if !shared.json { try? shared.nameProblems(report.problems) }
      throw Failure(server: surrender)
    }
    try shared.nameProblems(report.problems)
  }

  private func tell(_ report: SyncReport) {
    if report.surrender == nil, report.problems.isEmpty || report.pulled + report.pushed > 0 {
      shared.tell(
        report.pulled + report.pushed == 0
          ? words.syncUpToDate : words.syncDone(report.pulled, report.pushed))
    }
    if report.left > 0 { shared.tell(words.piecesLeft(report.left)) }
    if report.cosigned > 0 { shared.tell(words.syncCosigned) }
  }

  private func throughFolder(_ folder: String, _ vault: Vault) async throws {
    let pulled = try await CopyProgress.run(words.taking, shared) {
      try await vault.takeIn(from: folder, progress: $0)
    }
    let pushed = try await CopyProgress.run(words.copying, shared) {
      try await vault.copy(to: folder, progress: $0)
    }
    let problems =
      pulled.problems + pushed.problems.filter { !pulled.problems.contains($0) }
    if shared.json {
      try Output.json(
        [
          "pulled": pulled.objects, "pushed": pushed.objects, "cosigned": 0,
          "bytes": pulled.bytes + pushed.bytes, "left": pushed.left,
          "problems": problems.map(\.jsonObject),
        ] as [String: Any])
    } else {
      shared.tell(words.taken + "\(pulled.objects)" + words.putFolder + "\(pushed.objects)")
      if pushed.left > 0 { shared.tell(words.copyLacks(pushed.left)) }
    }
    try shared.nameProblems(problems)
  }
}

extension SyncReport {
  var jsonObject: [String: Any] {
    [
      "pulled": pulled, "pushed": pushed, "cosigned": cosigned, "bytes": bytes, "left": left,
      "problems": problems.map(\.jsonObject),
    ]
  }
}
