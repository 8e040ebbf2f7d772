// SPDX-License-Identifier: Apache-2.0
import Dossier

/// Asked before pieces that tell more than they show leave. No answer is taken for the person: Enter asks
/// again.
struct PurposeQuestion {
  let terminal: Terminal

  /// - Throws: ``Failure/stopped``, ``Failure/interrupted``.
  func ask() throws -> DossierManifest.Purpose {
    terminal.write(
      words.purposeChoices)
    while true {
      switch try terminal.readLine(words.yourChoice)?
        .split(whereSeparator: \.isWhitespace).joined()
      {
      case "1": return .avocat
      case "2": return .communication
      case "3", nil: throw Failure.stopped
      default: continue
      }
    }
  }
}

extension Failure {
  static var stopped: Failure {
    Failure(
      .other, "stopped", words.stoppedNothingWritten,
      words.avocatCommunicationAnswersBeforehand)
  }
}
