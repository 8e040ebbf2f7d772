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
        .other, "failure", words.operationDidNotComplete,
        words.whatRecordedStillTry)
    }
  }

  static var falseDossier: Failure {
    Failure(
      .data, "damaged", words.notIntactDossier,
      words.keepFileReceivedAsk)
  }

  static var unreadableKit: Failure {
    Failure(
      .data, "kit", words.kitCannotRead,
      words.checkEachGroupFour)
  }

  static var badRecipient: Failure {
    Failure(
      .usage, "recipient", words.recipientCannotRead,
      words.recipientShape)
  }

  static var mixedRecipients: Failure {
    Failure(
      .usage, "recipient",
      words.postQuantumNeverMixed,
      words.weakerOneOpenFile)
  }

  static var tooManyRecipients: Failure {
    Failure(
      .usage, "recipient", words.tooManyRecipients,
      words.makeSeveralDossiers)
  }

  private init(age error: AgeError) {
    switch error {
    case .noMatch:
      self.init(
        .permission, "no-match",
        words.keyDoesNotOpen,
        words.tryAnotherIdentityPassphrase)
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
      self.init(.noInput, "not-found", words.fileNotFound)
    case .permissionDenied:
      self.init(
        .permission, "permission", words.systemDeniesAccess)
    case .alreadyExists: self = .exists
    case .notRegularFile:
      self.init(
        .noInput, "not-a-file",
        words.notRegularFile)
    case .busy: self.init(vault: .busy(holder: nil))
    case .diskFull: self.init(vault: .diskFull)
    case .changedWhileReading:
      self.init(
        .noInput, "changed",
        words.fileChangedWhileRead)
    case .disk(EFBIG):
      self.init(
        .disk, "too-large", words.fileTooLarge,
        words.fat32Limit)
    case .disk: self.init(vault: .disk)
    }
  }

  static var exists: Failure {
    Failure(
      .cannotCreate, "exists", words.fileExistsAlready,
      words.nothingOverwrittenChooseAnother)
  }
}
