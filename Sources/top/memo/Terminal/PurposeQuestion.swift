// SPDX-License-Identifier: Apache-2.0
import Dossier

/// Asked before pieces that tell more than they show leave. No answer is taken for the person: Enter asks
/// again.
struct PurposeQuestion {
  let terminal: Terminal

  /// - Throws: ``Failure/stopped``, ``Failure/interrupted``.
  func ask() throws -> DossierManifest.Purpose {
    terminal.write(
      say(
        """
          1  tout donner à l'avocat, originaux entiers
          2  version à communiquer : ces originaux restent ici, leur SHA-256 est donné ;
             une copie sans métadonnées les remplace, pour les images JPEG et PNG
          3  arrêter ici, rien n'est écrit

        """,
        """
          1  give the lawyer everything, originals whole
          2  a version to communicate: these originals stay here, their SHA-256 is given;
             a copy without metadata replaces them, for JPEG and PNG images
          3  stop here, nothing is written

        """))
    while true {
      switch try terminal.readLine(say("Votre choix (1, 2 ou 3) : ", "Your choice (1, 2 or 3): "))?
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
      .other, "stopped", say("arrêté, rien n'a été écrit", "stopped, nothing was written"),
      say(
        "« --for avocat » ou « --for communication » répond d'avance",
        "“--for avocat” or “--for communication” answers beforehand"))
  }
}
