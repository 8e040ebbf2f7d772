// SPDX-License-Identifier: Apache-2.0
internal import AgeFormat
internal import DurableFiles
internal import Evidence
internal import Glibc
internal import Remote
internal import Seal
internal import Sodium
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

extension VaultError {
  /// Runs `body` and says its failure in this façade's words.
  static func mapping<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as VaultError {
      throw error
    } catch {
      throw VaultError(error)
    }
  }

  /// Everything that is not named below is damage: it comes from bytes that were not what we wrote.
  init(_ error: any Error) {
    switch error {
    case let error as VaultError: self = error
    case let error as StoreError: self = VaultError(error)
    case FileError.disk(EFBIG): self = .tooLargeForDisk
    case let error as FileError: self = VaultError(StoreError(fileError: error))
    case let error as FolderError: self = .folder(FolderProblem(error))
    case let error as SealError: self = VaultError(error)
    case let error as EvidenceError: self = VaultError(error)
    case is SealingError: self = .invalidField("recipient")
    case SodiumError.outOfMemory: self = .outOfMemory
    case SodiumError.selfTest, SodiumError.initialization: self = .broken
    default: self = .damaged("record")
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .notFound: self = .noVault
    case .alreadyExists: self = .vaultExists
    case .busy(let holder): self = .busy(holder: holder)
    case .laterVersion: self = .laterVersion
    case .damaged(let part): self = .damaged(part)
    case .permissionDenied: self = .permissionDenied
    case .diskFull: self = .diskFull
    case .disk: self = .disk
    case .conflict: self = .conflict
    }
  }

  private init(_ error: SealError) {
    switch error {
    case .unknownVersion: self = .laterVersion
    case .tooLarge: self = .tooLarge
    case .otherVault: self = .otherVaultsKit
    case .damaged, .wrongKey, .costOutOfRange, .unknownEpoch: self = .damaged("seal")
    }
  }

  private init(_ error: EvidenceError) {
    switch error {
    case .tooLarge: self = .tooLarge
    case .invalidField(let name): self = .invalidField(name)
    case .unknownVersion: self = .laterVersion
    case .malformed, .unlistedOpening: self = .damaged("statement")
    }
  }
}

extension VaultError.FolderProblem {
  fileprivate init(_ error: FolderError) {
    switch error {
    case .notFound: self = .missing
    case .permissionDenied: self = .denied
    case .full: self = .full
    case .unavailable: self = .unavailable
    case .refused: self = .refused
    }
  }
}

extension StoreError {
  fileprivate init(fileError: FileError) {
    switch fileError {
    case .notFound: self = .notFound
    case .permissionDenied: self = .permissionDenied
    case .alreadyExists: self = .alreadyExists
    case .busy: self = .busy(holder: nil)
    case .diskFull: self = .diskFull
    case .notRegularFile, .changedWhileReading: self = .damaged("file")
    case .disk: self = .disk
    }
  }
}
