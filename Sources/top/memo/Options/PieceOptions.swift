// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import VaultKit

/// What is said of the files that are attached.
struct PieceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words.whatPieceReceivedCopy,
      valueName: "received|copy|capture"))
  var nature: String?
  @Option(
    help: ArgumentHelp(
      words.whatMissingIfNot))
  var partial: String?

  mutating func read(_ object: StdinObject) throws {
    nature = try object.string("nature") ?? nature
    partial = try object.string("partial") ?? partial
  }

  func requests(_ paths: [String]) throws -> [AttachRequest] {
    let nature = try nature.map { text in
      guard let nature = Attachment.Nature(rawValue: text) else {
        throw Failure(vault: .invalidField("nature"))
      }
      return nature
    }
    return paths.map { AttachRequest(path: $0, nature: nature, partial: partial) }
  }

  /// Runs `body` with the requests; an error about a file names it on the terminal.
  func attaching<Result>(
    _ paths: [String], _ body: ([AttachRequest]) async throws -> Result
  ) async throws -> Result {
    do {
      return try await body(requests(paths))
    } catch let error as VaultError {
      guard case .file(_, let index) = error, paths.indices.contains(index) else { throw error }
      var failure = Failure(vault: error)
      failure.detail = paths[index]
      throw failure
    }
  }
}
