// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// A command that there is not, which ArgumentParser takes for an argument too many.
struct UnknownCommand {
  let typed: String
  /// The nearest ones, as they would be typed.
  let nearest: [String]

  /// - Parameter arguments: as typed, without the program's name.
  /// - Returns: `nil` when every command in them exists.
  init?(_ arguments: [String], of root: any ParsableCommand.Type) {
    var path = [Self.name(root)]
    var command: any ParsableCommand.Type = root
    // `memo help lsit` asks for one too.
    for typed in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let names = command.configuration.subcommands.map { ($0, Self.name($0)) }
      guard !names.isEmpty, !typed.hasPrefix("-"), typed != "help" else { return nil }
      guard let next = names.first(where: { $0.1 == typed }) else {
        self.typed = typed
        nearest = Self.nearest(to: typed, in: names.map(\.1) + ["help"])
          .map { (path + [$0]).joined(separator: " ") }
        return
      }
      command = next.0
      path.append(next.1)
    }
    return nil
  }

  var failure: Failure {
    let hint = nearest.isEmpty ? words.helpCommands : words.didYouMean(nearest)
    return Failure(.usage, "usage", words.unknownCommand, hint, detail: typed)
  }

  private static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// All that are equally near: the person chooses.
  private static func nearest(to typed: String, in names: [String]) -> [String] {
    let far = typed.count < 4 ? 1 : 2
    let near = names.map { (name: $0, distance: TypingDistance.between(typed.lowercased(), $0)) }
      .filter { $0.distance <= far }
    let least = near.map(\.distance).min()
    return near.filter { $0.distance == least }.map(\.name)
  }
}
