// SPDX-License-Identifier: Apache-2.0
import Seal
import Sodium
import VaultKit

/// A kit or a share, from a file or typed group by group.
enum KitInput {
  /// - Parameter source: a file, or `-` to be asked.
  static func text(_ source: String) throws -> SecretBytes {
    guard source == "-" else {
      do {
        var bytes = try SharedOptions.contents(of: source, limit: 4096)
        return try SecretBytes(moving: &bytes)
      } catch let failure as Failure where failure.word == "too-large" {
        throw noKit(in: source)
      }
    }
    return try joined(typed(on: terminal()))
  }

  private static func terminal() throws -> Terminal {
    guard let terminal = Terminal() else { throw Failure.noTerminal }
    return terminal
  }

  private static func typed(on terminal: Terminal) throws -> [SecretBytes] {
    terminal.write(
      words.kitGroupGroupNothing)
    return try (1...RecoveryKit.groupCount).map { try group($0, on: terminal) }
  }

  private static func joined(_ groups: [SecretBytes]) throws -> SecretBytes {
    try SecretBytes(count: groups.reduce(0) { $0 + $1.count }) { buffer in
      var offset = 0
      for group in groups {
        group.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + $0.count])
            .copyMemory(from: $0)
        }
        offset += group.count
      }
    }
  }

  private static func group(_ number: Int, on terminal: Terminal) throws -> SecretBytes {
    while true {
      let prompt = words.group + " \(number)/\(RecoveryKit.groupCount) : "
      let typed = try terminal.readSecret(prompt, limit: 64)
      do {
        try RecoveryKit.check(group: typed, number: number)
        return typed
      } catch is KitError {
        terminal.write(
          words.groupNotPossibleHere)
      }
    }
  }

  static func recoverySecret(_ source: String) throws -> RecoverySecret {
    if source == "-" { return try recoverySecret(on: terminal()) }
    let text = try text(source)
    do {
      return try RecoverySecret(kitText: text)
    } catch let error as KitError {
      try requireKit(in: text, source)
      throw Failure.kit(error, proposing: try correctedGroups(text))
    }
  }

  /// Slips that only the checksum sees: the groups that a correction would change are asked for again, and
  /// what the person then reads on the paper is what counts.
  private static func recoverySecret(on terminal: Terminal) throws -> RecoverySecret {
    var groups = try typed(on: terminal)
    while true {
      let text = try joined(groups)
      do { return try RecoverySecret(kitText: text) } catch let error as KitError {
        let wrong = try correctedGroups(text)
        let failure = Failure.kit(error, proposing: wrong)
        guard !wrong.isEmpty else { throw failure }
        terminal.write(
          [failure.message, failure.hint].compactMap(\.self).joined(separator: "\n") + "\n")
        for number in wrong { groups[number - 1] = try group(number, on: terminal) }
      }
    }
  }

  /// A photo is no kit with a character missing.
  static func requireKit(in text: SecretBytes, _ source: String) throws {
    guard RecoveryKit.looksLikeOne(text) else { throw noKit(in: source) }
  }

  private static func noKit(in source: String) -> Failure {
    Failure(.data, "no-kit", words.fileHoldsNoKit, words.kitFileIsText, detail: source)
  }

  /// Which groups a correction would change; what it proposes is shown nowhere: the person reads those
  /// groups on the paper again.
  static func correctedGroups(_ text: SecretBytes) throws -> [Int] {
    try KitCorrection.propose(forKit: text)?.groups.map(\.number) ?? []
  }
}
