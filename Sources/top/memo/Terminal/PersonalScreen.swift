// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// What the vault holds, shown on the alternate screen until Enter: nothing of it is left to be scrolled back
/// to by whoever picks the device up next.
struct PersonalScreen {
  let terminal: Terminal

  /// - Throws: ``Failure/interrupted``; the screen is cleared all the same.
  func show(_ lines: [String]) throws {
    let size = terminal.size
    // One row for the prompt, one that it may wrap to.
    let pages = Self.pages(of: lines, rows: max(1, size.rows - 2), columns: size.columns)
    try terminal.onAlternateScreen {
      for (index, page) in pages.enumerated() {
        if index > 0 { terminal.clear() }
        terminal.write(page.joined(separator: "\n") + "\n")
        let isLast = index == pages.count - 1
        let answer = try terminal.readLine(
          isLast
            ? words.enterClearsScreen
            : words.enterMoreQStop)
        if answer == nil || answer?.lowercased() == "q" { return }
      }
    }
  }

  /// Lines by screens, counting those that wrap as often as they do. A line longer than a screen has one of
  /// its own.
  static func pages(of lines: [String], rows: Int, columns: Int) -> [[String]] {
    var pages: [[String]] = []
    var page: [String] = []
    var used = 0
    for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      let height = max(1, (line.unicodeScalars.count + columns - 1) / max(1, columns))
      if used + height > rows && !page.isEmpty {
        pages.append(page)
        (page, used) = ([], 0)
      }
      page.append(String(line))
      used += height
    }
    if !page.isEmpty { pages.append(page) }
    return pages
  }
}

extension Terminal {
  /// In characters; 24 by 80 when the terminal does not say.
  var size: (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return (24, 80)
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// The screen, and what it scrolled.
  func clear() { write("\u{1B}[2J\u{1B}[3J\u{1B}[H") }
}

extension SharedOptions {
  /// Asks before something is taken away, with what it is on the screen; off a terminal and with `--json` there is
  /// nobody to ask.
  func agrees(to question: String, about shown: String) throws -> Bool {
    guard !json, isatty(STDOUT_FILENO) == 1, let terminal = Terminal() else { return true }
    let answer = try terminal.onAlternateScreen {
      terminal.write(shown + "\n\n")
      return try terminal.readLine(question)
    }
    return Self.isYes(answer)
  }

  static func isYes(_ answer: String?) -> Bool {
    let word = (answer ?? "").trimmingCharacters(in: .whitespaces).lowercased()
    return ["oui", "o", "yes", "y"].contains(word)
  }

  /// Lines of what the vault holds. Where standard output is a terminal they are gone after Enter; otherwise, or
  /// on a terminal that has no other screen, they are printed.
  func show(_ lines: [String]) throws {
    guard !json, !quiet, !lines.isEmpty else { return }
    let kind = ProcessInfo.processInfo.environment["TERM"] ?? ""
    if isatty(STDOUT_FILENO) == 1, !["", "dumb"].contains(kind), let terminal = Terminal() {
      return try PersonalScreen(terminal: terminal).show(lines)
    }
    for line in lines { print(line) }
  }
}
