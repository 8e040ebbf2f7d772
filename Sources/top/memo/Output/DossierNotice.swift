// SPDX-License-Identifier: Apache-2.0
import DurableFiles

/// `NAME-LISEZ-MOI.txt` beside a dossier: neutral, without contents, Windows steps first. Its commands
/// hold the dossier's own file name, so that they can be copied as they are.
struct DossierNotice {
  /// What opens the dossier.
  enum Lock {
    case passphrase
    case key
    /// Older versions of age do not know it.
    case postQuantumKey
  }

  let path: String
  private let bytes: [UInt8]

  init(beside dossier: String, lock: Lock) {
    var name = dossier
    for suffix in [".age", ".tar"] where name.hasSuffix(suffix) {
      name = String(name.dropLast(suffix.count))
    }
    path = name + "-LISEZ-MOI.txt"
    let file = dossier.split(separator: "/").last.map(String.init) ?? dossier
    // Notepad wants both characters at the end of a line.
    bytes = Self.text(file, lock).utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  /// A notice that says the same and is there already may stay.
  /// - Throws: exit code 73 when another file has its name.
  func requireFree() throws {
    guard Files.exists(path) else { return }
    guard (try? Files.read(path, limit: 1 << 20)) == bytes else {
      var failure = Failure.exists
      failure.detail = path
      throw failure
    }
  }

  func write() throws {
    guard !Files.exists(path) else { return }
    do { try Files.create(path, with: bytes) } catch let error as FileError {
      var failure = Failure(file: error)
      failure.detail = path
      throw failure
    }
  }

  private static func text(_ file: String, _ lock: Lock) -> String {
    let isKey = lock != .passphrase
    let option = isKey ? "-i cle.txt " : ""
    return """
      LISEZ-MOI
      =========

      Le fichier qui accompagne cette notice (.tar.age) est chiffré. Il s'ouvre avec un
      programme libre et gratuit, « age », et \(isKey ? keyFile : "la phrase de passe convenue avec la personne\nqui vous l'a remis.")
      Si le fichier .tar.age a été renommé en route, mettez son nouveau nom dans les commandes.
      \(lock == .postQuantumKey ? minimumVersion : "")
      Windows (10 et suivants)
      ------------------------

      1. Téléchargez age : https://github.com/FiloSottile/age/releases, le fichier dont le
         nom finit par windows-amd64.zip. Clic droit, « Extraire tout ».
      2. Ouvrez le dossier qui contient age.exe. Copiez-y le fichier .tar.age\(isKey ? " et cle.txt" : "").
      3. Cliquez dans la barre d'adresse de ce dossier, tapez cmd, puis Entrée. Une fenêtre
         noire s'ouvre. Tapez ou collez chaque ligne, puis Entrée :
           age.exe -d \(option)-o dossier.tar \(quoted(file, "\""))
           tar -xf dossier.tar
      \(isKey ? "" : whatIsAsked)\
      4. Un dossier « memo-dossier-… » est apparu. Ouvrez-le, puis « data » : dossier.html
         se lit dans un navigateur, et LISEZ-MOI.txt dit comment tout vérifier.

      macOS et Linux
      --------------

      Le programme s'appelle age dans les paquets du système (Homebrew sous macOS). Dans un
      terminal, dans le dossier où se trouve\(isKey ? "nt" : "") le fichier .tar.age\(isKey ? " et cle.txt" : "") :

           age -d \(option)-o dossier.tar \(quoted(file, "'"))
           tar -xf dossier.tar

      Puis, comme sous Windows, le dossier « memo-dossier-… » et, dedans, « data ».

      Gardez toujours le fichier .tar.age tel que vous l'avez reçu.

      """
  }

  private static let keyFile = """
    votre fichier de clé : celui qui va avec la clé
    publique (age1…) que vous avez donnée. Il s'appelle ici cle.txt ; si le vôtre a un
    autre nom, mettez ce nom.
    """

  /// An older age says "unknown identity type", which helps nobody.
  private static let minimumVersion = """

    Il faut la version 1.3.0 de age, ou une plus récente : la clé est post-quantique
    (age1pq1…), et une version plus ancienne ne connaît pas cette sorte de clé.
    « age --version » (sous Windows « age.exe --version ») donne la version installée.

    """

  private static let whatIsAsked = """
       La phrase est demandée ; ce que vous tapez ne s'affiche pas, c'est normal.

    """

  /// As a command line wants a name with blanks or signs.
  private static func quoted(_ name: String, _ mark: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
      case UInt8(ascii: "-"): name.utf8.first != byte
      default: false
      }
    }
    if isPlain { return name }
    let inside = mark == "'" ? name.replacing("'", with: "'\\''") : name
    return mark + (name.utf8.first == UInt8(ascii: "-") ? "./" : "") + inside + mark
  }
}
