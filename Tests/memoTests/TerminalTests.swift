// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("At a terminal", .enabled(if: Command.isUsable("python3"), "python3 not found"))
struct TerminalTests {
  @Test(
    "a session goes as it should",
    arguments: [
      // The kit is shown until three groups are typed back; nothing secret is echoed.
      "init",
      // Killed before the kit was confirmed, init shows it again.
      "interrupted",
      // The kit typed group by group opens the vault again.
      "recover",
      // Questions one by one, each skippable; a wrong date is met with examples.
      "add",
      // Ctrl-C or a closed window keeps what was answered, sealed, and offers it back once.
      "draft",
      // The account keeps each line, its paragraphs, and its length.
      "account",
      // Ctrl-C at a passphrase leaves the terminal as it was.
      "interrupt",
      // A signal at a question leaves the terminal as it was.
      "ended",
      // What is taken away is shown first.
      "withdraw",
      // Pieces that tell more than they show: the person chooses before anything is written.
      "purpose",
      // Under strace: nothing personal in what is executed, in file names, or left to be scrolled back to.
      "traced",
    ])
  func session(_ name: String) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("terminal.py").path
    let folder = try TemporaryFolder()
    let result = try Command.run(["python3", script, name, MemoProgram.path, folder.path])
    #expect(result.status == 0, "\(result.errorText)")
  }
}
