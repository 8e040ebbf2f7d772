// SPDX-License-Identifier: Apache-2.0
import DurableFiles

/// `NAME-LISEZ-MOI.txt` beside a dossier: neutral, without contents, Windows steps first.
struct DossierNotice {
  let path: String

  init(beside dossier: String) {
    var name = dossier
    for suffix in [".age", ".tar"] where name.hasSuffix(suffix) {
      name = String(name.dropLast(suffix.count))
    }
    path = name + "-LISEZ-MOI.txt"
  }

  private static let bytes = Array(text.utf8)

  /// The notice is always the same: one that is there already may stay.
  /// - Throws: exit code 73 when another file has its name.
  func requireFree() throws {
    guard Files.exists(path) else { return }
    guard (try? Files.read(path, limit: 1 << 20)) == Self.bytes else {
      var failure = Failure.exists
      failure.detail = path
      throw failure
    }
  }

  func write() throws {
    guard !Files.exists(path) else { return }
    do { try Files.replace(path, with: Self.bytes) } catch let error as FileError {
      throw Failure(file: error)
    }
  }

  private static let text = """
    LISEZ-MOI\r
    =========\r
    \r
    Le fichier qui accompagne cette notice (.tar.age) est chiffré. Il s'ouvre avec un\r
    programme libre et gratuit, « age » (https://age-encryption.org), et la clé ou la\r
    phrase de passe convenue avec la personne qui vous l'a remis.\r
    \r
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
