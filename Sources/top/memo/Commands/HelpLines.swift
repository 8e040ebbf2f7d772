// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import VaultKit

/// `memo help-lines`: who to call or write to.
struct HelpLines: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "help-lines", words.whomCallWrite,
      examples: ["memo help-lines", "memo help-lines --file lignes.json"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      words.listKeptAssociation,
      valueName: "file"))
  var file: String?

  func run() throws {
    let list = try HelpLineList(file.map { try SharedOptions.contents(of: $0, limit: 1 << 20) })
    if shared.json { return try Output.json(list.lines.map(\.jsonObject)) }
    print(words.checked + list.checked)
    for line in list.lines { print(line.text) }
  }
}

/// The list that comes with the program, or another of the same shape.
struct HelpLineList: Decodable {
  struct Line: Decodable {
    let contact: String
    let fr: String
    let en: String

    private var what: String { Language.current == .french ? fr : en }
    var jsonObject: [String: Any] { ["contact": contact, "what": what] }
    var text: String { "  \(Output.line(contact))  \(Output.line(what))" }
  }

  /// Day of the last check, `YYYY-MM-DD`.
  let checked: String
  let lines: [Line]

  init(_ bytes: [UInt8]?) throws {
    let data = Data(bytes ?? PackageResources.help_lines_json)
    guard let list = try? JSONDecoder().decode(Self.self, from: data) else {
      throw Failure(
        .data, "help-lines", words.listCannotRead)
    }
    self = list
  }
}
