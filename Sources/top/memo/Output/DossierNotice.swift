// SPDX-License-Identifier: Apache-2.0
import DurableFiles

/// `NAME-LISEZ-MOI.txt` beside a dossier: neutral, without contents, Windows steps first.
struct DossierNotice {
  let path: String
  private let bytes: [UInt8]

  /// - Parameter isPostQuantum: the dossier is for post-quantum keys, which older versions of age do
  ///   not know.
  init(beside dossier: String, isPostQuantum: Bool) {
    var name = dossier
    for suffix in [".age", ".tar"] where name.hasSuffix(suffix) {
      name = String(name.dropLast(suffix.count))
    }
    path = name + "-LISEZ-MOI.txt"
    bytes = Array(Self.text(isPostQuantum: isPostQuantum).utf8)
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

  /// An older age says "unknown identity type", which helps nobody.
  private static let minimumVersion = """
    Il faut la version 1.3.0 de age, ou une plus récente : la clé est post-quantique\r
    (age1pq1…), et une version plus ancienne ne connaît pas cette sorte de clé.\r
    « age --version » (sous Windows « age.exe --version ») donne la version installée.\r
    \r

    """

  private static func text(isPostQuantum: Bool) -> String {
    head + (isPostQuantum ? minimumVersion : "") + steps
  }

  private static let head = """
    LISEZ-MOI\r
    =========\r
    \r
    Le fichier qui accompagne cette notice (.tar.age) est chiffré. Il s'ouvre avec un\r
    programme libre et gratuit, « age » (https://age-encryption.org), et la clé ou la\r
    phrase de passe convenue avec la personne qui vous l'a remis.\r
    \r

    """

  private static let steps = """
    Windows\r
    -------\r
    \r
    1. Téléchargez age pour Windows et décompressez-le. Mettez le fichier .tar.age dans\r
       le même dossier que age.exe.\r
    2. Dans ce dossier, tapez « cmd » dans la barre d'adresse, puis Entrée.\r
    3. Avec une clé (fichier cle.txt) :\r
         age.exe -d -i cle.txt -o dossier.tar NOM.tar.age\r
       Avec une phrase de passe :\r
         age.exe -d -o dossier.tar NOM.tar.age\r
    4. tar -xf dossier.tar\r
    5. Ouvrez le fichier LISEZ-MOI.txt du dossier obtenu : il dit comment vérifier.\r
    \r
    macOS et Linux\r
    --------------\r
    \r
      age -d -i cle.txt -o dossier.tar NOM.tar.age\r
      tar -xf dossier.tar\r
    \r
    Gardez toujours le fichier .tar.age tel que vous l'avez reçu.\r

    """
}
