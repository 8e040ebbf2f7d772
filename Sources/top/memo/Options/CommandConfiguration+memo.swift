// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

extension CommandConfiguration {
  /// A subcommand whose help ends with examples.
  static func memo(
    _ name: String, _ abstract: String, _ discussion: String = "", examples: [String] = [],
    subcommands: [any ParsableCommand.Type] = []
  ) -> CommandConfiguration {
    let list = examples.map { "  " + $0 }.joined(separator: "\n")
    let shown = examples.isEmpty ? "" : words.examples + "\n" + list
    return CommandConfiguration(
      commandName: name, abstract: abstract,
      discussion: [discussion, shown].filter { !$0.isEmpty }.joined(separator: "\n\n"),
      subcommands: subcommands)
  }
}
