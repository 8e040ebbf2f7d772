// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import DurableFiles
import Foundation
import Sodium
import VaultKit

/// The options of every command.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp(words.vaultsFolder, valueName: "dir"))
  var vault: String?

  @Option(
    help: ArgumentHelp(
      words.fileWhoseFirstLinePassphrase,
      valueName: "file"))
  var passphraseFile: String?

  @Flag(
    help: ArgumentHelp(
      words.oneJsonValueStandard))
  var json = false

  @Option(help: ArgumentHelp(words.languageFrEn, valueName: "fr|en"))
  var lang: String?

  @Flag(help: ArgumentHelp(words.noProgressNoConfirmation))
  var quiet = false

  /// `--vault`, else `$MEMO_VAULT`, else `$XDG_DATA_HOME/memo`, else `~/.local/share/memo`.
  var vaultPath: String {
    if let vault { return vault }
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["MEMO_VAULT"], !path.isEmpty { return path }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/memo" }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    return home + "/.local/share/memo"
  }

  /// A line for the person, unless they want JSON or quiet.
  func tell(_ text: String) {
    if !json && !quiet { print(text) }
  }

  // MARK: Passphrases

  func passphrase() throws -> SecretBytes {
    if let passphraseFile { return try Self.firstLine(of: passphraseFile) }
    guard let terminal = Terminal() else { throw Failure.noTerminal }
    return try terminal.readSecret(words.passphrase)
  }

  /// Asked twice, with a word on its strength; from a file when one is given.
  static func newPassphrase(file: String?) throws -> SecretBytes {
    if let file {
      let line = try firstLine(of: file)
      guard line.count > 0 else { throw Failure(vault: .unusablePassphrase) }
      return line
    }
    guard let terminal = Terminal() else { throw Failure.noTerminal }
    terminal.write(
      words.choosePassphraseFourFive)
    return try askTwice(terminal, words.newPassphrase)
  }

  /// Until the same was typed twice.
  static func askTwice(_ terminal: Terminal, _ prompt: String) throws -> SecretBytes {
    while true {
      let first = try terminal.readSecret(prompt)
      guard first.count > 0 else { continue }
      terminal.write(strength(first.count) + "\n")
      let second = try terminal.readSecret(words.onceMore)
      if first == second { return first }
      terminal.write(
        words.theyDifferLetUs)
    }
  }

  private static func strength(_ count: Int) -> String {
    switch count {
    case ..<10:
      words.shortSomeonePatientCould
    case ..<20: words.fairLongerSafer
    default: words.longGood
    }
  }

  static func firstLine(of path: String) throws -> SecretBytes {
    var bytes = try contents(of: path, limit: 4096)
    defer { Memory.wipe(&bytes) }
    var count = bytes.firstIndex(of: 0x0A) ?? bytes.count
    if count > 0 && bytes[count - 1] == 0x0D { count -= 1 }
    guard count <= 1024 else { throw Failure(vault: .unusablePassphrase) }
    return try SecretBytes(copying: bytes[..<count])
  }

  /// A whole file that the person named.
  static func contents(of path: String, limit: Int) throws -> [UInt8] {
    do { return try Files.read(path, limit: limit, followingLinks: true) } catch let error
      as FileError
    {
      // Not the disk's limit: ours.
      var failure =
        error == .disk(EFBIG)
        ? Failure(.data, "too-large", words.fileTooLargeHere, words.checkWhichFileGiven)
        : Failure(file: error)
      failure.detail = path
      throw failure
    }
  }

  // MARK: Opening

  func open() async throws -> Vault {
    let locked = try await LockedVault(vaultPath)
    return try locked.unlock(passphrase: passphrase())
  }

  /// After an answer: says that it is not the whole, and makes that the exit code.
  func nameDamage(_ problems: [Problem]) throws {
    if !problems.isEmpty { throw Failure(damage: problems) }
  }
}
