// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import DurableFiles
import Evidence
import Foundation
import Seal
import Sodium
import VaultKit

extension Failure {
  /// Every error has a sentence and a code; one that nobody foresaw is a failure, not a crash.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as VaultError: self.init(vault: error)
    case let error as EvidenceError: self.init(evidence: error)
    case let error as KitError: self = .kit(error, proposing: [])
    case is Codex32Error: self = .unreadableKit
    case let error as AgeError: self.init(age: error)
    case DossierError.unknownVersion: self.init(vault: .laterVersion)
    case is TarError, is DossierError: self = .falseDossier
    case is KeyTextError, is Bech32Error: self = .badRecipient
    case SealingError.postQuantumMixed: self = .mixedRecipients
    case SealingError.tooManyRecipients: self = .tooManyRecipients
    case let error as FileError: self.init(file: error)
    case SodiumError.selfTest, SodiumError.initialization: self.init(vault: .broken)
    case SodiumError.outOfMemory: self.init(vault: .outOfMemory)
    default:
      self.init(
        .other, "failure", say("l'opération n'a pas abouti", "the operation did not complete"),
        say(
          "ce qui était inscrit l'est toujours ; recommencez",
          "what was recorded still is; try again"))
    }
  }

  static var falseDossier: Failure {
    Failure(
      .data, "damaged", say("ce n'est pas un dossier intact", "this is not an intact dossier"),
      say(
        "gardez le fichier reçu et demandez un nouvel envoi",
        "keep the file as received and ask for it to be sent again"))
  }

  static var unreadableKit: Failure {
    Failure(
      .data, "kit", say("ce kit ne peut pas être lu", "this kit cannot be read"),
      say("vérifiez chaque groupe de quatre caractères", "check each group of four characters"))
  }

  static var badRecipient: Failure {
    Failure(
      .usage, "recipient", say("destinataire illisible", "the recipient cannot be read"),
      say(
        "une clé publique commence par age1 ; une identité est un fichier de age-keygen",
        "a public key begins with age1; an identity is a file from age-keygen"))
  }

  static var mixedRecipients: Failure {
    Failure(
      .usage, "recipient",
      say(
        "une clé post-quantique (age1pq1…) ne se mêle pas à une clé age1… ordinaire",
        "a post-quantum key (age1pq1…) cannot be mixed with an ordinary age1… key"),
      say(
        "la plus faible ouvrirait le fichier : faites un dossier pour chaque sorte de clé",
        "the weaker one would open the file: make one dossier for each kind of key"))
  }

  static var tooManyRecipients: Failure {
    Failure(
      .usage, "recipient", say("trop de destinataires", "too many recipients"),
      say("faites plusieurs dossiers", "make several dossiers"))
  }

  private init(age error: AgeError) {
    switch error {
    case .noMatch:
      self.init(
        .permission, "no-match",
        say("cette clé n'ouvre pas ce fichier", "this key does not open this file"),
        say("essayez une autre identité ou phrase de passe", "try another identity or passphrase"))
    default: self = .falseDossier
    }
  }

  private init(evidence error: EvidenceError) {
    switch error {
    case .invalidField(let name): self.init(vault: .invalidField(name))
    case .tooLarge: self.init(vault: .tooLarge)
    default: self.init(vault: .damaged("statement"))
    }
  }

  init(file error: FileError) {
    switch error {
    case .notFound:
      self.init(.noInput, "not-found", say("fichier introuvable", "file not found"))
    case .permissionDenied:
      self.init(
        .permission, "permission", say("accès refusé par le système", "the system denies access"))
    case .alreadyExists: self = .exists
    case .notRegularFile:
      self.init(
        .noInput, "not-a-file",
        say("ce n'est pas un fichier ordinaire", "this is not a regular file"))
    case .busy: self.init(vault: .busy(holder: nil))
    case .diskFull: self.init(vault: .diskFull)
    case .changedWhileReading:
      self.init(
        .noInput, "changed",
        say("le fichier a changé pendant sa lecture", "the file changed while it was read"))
    case .disk(EFBIG):
      self.init(
        .disk, "too-large", say("ce fichier est trop grand", "this file is too large"),
        say(
          "rien n'est à moitié fait ; un disque en FAT32 s'arrête à 4 Gio",
          "nothing is half done; a FAT32 disk stops at 4 GiB"))
    case .disk: self.init(vault: .disk)
    }
  }

  static var exists: Failure {
    Failure(
      .cannotCreate, "exists", say("ce fichier existe déjà", "this file exists already"),
      say(
        "rien n'a été écrasé ; choisissez un autre nom",
        "nothing was overwritten; choose another name"))
  }
}
