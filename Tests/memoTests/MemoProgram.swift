// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// The program as it was built beside these tests, in a folder of its own, without a terminal.
struct MemoProgram {
  let folder: TemporaryFolder
  static let path =
    (Bundle.main.executableURL ?? URL(fileURLWithPath: ".")).deletingLastPathComponent()
    .appendingPathComponent("memo").path

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("phrase", Array("une phrase assez longue\nautre ligne\n".utf8))
    try folder.write("neuve", Array("une autre phrase\n".utf8))
  }

  /// With a vault whose kit is in `kit`.
  static func withVault() throws -> MemoProgram {
    let memo = try MemoProgram()
    try memo.expect(0, ["init", "--kit", "kit"])
    return memo
  }

  /// Runs a command that needs the passphrase.
  @discardableResult
  func run(
    _ arguments: [String], stdin: String = "", passphrase: String? = "phrase",
    environment: [String: String] = [:]
  ) throws -> Command.Result {
    let options = passphrase.map { ["--passphrase-file", $0] } ?? []
    return try Command.run(
      ["setsid", "--wait", Self.path] + arguments + options, in: folder.path,
      input: Array(stdin.utf8),
      environment: [
        "MEMO_VAULT": folder.file("coffre"), "LC_ALL": "fr_FR.UTF-8",
        "SWIFT_BACKTRACE": "enable=no",
      ].merging(environment) { $1 })
  }

  /// Runs it and requires an exit code.
  @discardableResult
  func expect(
    _ status: Int32, _ arguments: [String], stdin: String = "", passphrase: String? = "phrase",
    environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Command.Result {
    let result = try run(
      arguments, stdin: stdin, passphrase: passphrase, environment: environment)
    #expect(result.status == status, "\(result.errorText)", sourceLocation: sourceLocation)
    return result
  }

  /// The one JSON value on standard output.
  func json(_ arguments: [String], stdin: String = "", passphrase: String? = "phrase") throws -> Any
  {
    let result = try expect(0, arguments + ["--json"], stdin: stdin, passphrase: passphrase)
    return try JSONSerialization.jsonObject(with: Data(result.output), options: .fragmentsAllowed)
  }

  func object(_ arguments: [String], stdin: String = "", passphrase: String? = "phrase") throws
    -> [String: Any]
  {
    try #require(try json(arguments, stdin: stdin, passphrase: passphrase) as? [String: Any])
  }

  func list(_ arguments: [String], stdin: String = "") throws -> [[String: Any]] {
    try #require(try json(arguments, stdin: stdin) as? [[String: Any]])
  }

  /// Logs an entry given as JSON; its id.
  func add(_ object: String, _ arguments: [String] = []) throws -> String {
    try #require(try self.object(["add", "--stdin"] + arguments, stdin: object)["id"] as? String)
  }
}
