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
      words.recoveryKitCopyPaper)
    terminal.write(try kit.lines())
    terminal.write("\n")
    _ = try terminal.readLine(
      words.onceCopiedPressEnter)
    terminal.clear()
  }

  private func isTypedBack() throws -> Bool {
    for number in try Self.threeGroups() {
      let typed = try terminal.readSecret(
        words.group + " \(number)/\(RecoveryKit.groupCount) : ", limit: 64)
      guard try kit.group(number, is: typed) else {
        terminal.write(
          words.notGroupKitShown)
        _ = try terminal.readLine(words.enterGo)
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
