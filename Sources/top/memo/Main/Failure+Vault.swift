// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension Failure {
  init(vault error: VaultError) {
    switch error {
    case .noVault:
      self.init(
        .noInput, "no-vault", words.noVaultHere,
        words.createMemoInitGive)
    case .vaultExists:
      self.init(
        .cannotCreate, "exists", words.vaultExistsHereAlready,
        words.nothingTouchedMain)
    case .busy(let holder):
      self.init(
        .busy, "busy",
        words.anotherProgramVaultOpen
          + (holder.map { " (\(words.process) \($0))" } ?? ""),
        words.waitFinishThenTry)
    case .wrongPassphrase:
      self.init(
        .permission, "passphrase",
        words.notPassphrase,
        words.tryAgainIfLost)
    case .otherVaultsKit:
      self.init(
        .permission, "other-vault",
        words.kitAnotherVaults,
        words.lookVaultsKit)
    case .unreadableKit: self = .unreadableKit
    case .damaged(let part):
      self.init(
        .data, "damaged",
        words.partVaultDamaged + " (\(part))",
        words.nothingDeletedCopyFolder)
    case .laterVersion:
      self.init(
        .data, "later-version",
        words.writtenLaterVersionMemo,
        words.nothingTouchedUpdateMemo)
    case .conflict:
      self.init(
        .data, "conflict", words.logChangedMeanwhile,
        words.tryAgain)
    case .notFound:
      self.init(
        .noInput, "not-found", words.nothingHereId,
        words.memoListShowsIds)
    case .ambiguous:
      self.init(
        .usage, "ambiguous", words.severalMatch,
        words.giveMoreCharacters)
    case .pieceNotFound:
      self.init(
        .noInput, "not-found",
        words.entryNoSuchPiece,
        words.memoShowShowsPieces)
    case .invalidField(let name):
      self.init(
        .usage, "invalid", words.unreadableValue + " \(name)",
        Self.example(of: name))
    case .unusablePassphrase:
      self.init(
        .usage, "passphrase",
        words.passphraseEmptyTooLong,
        words.passphraseByteRange)
    case .tooLarge:
      self.init(
        .data, "too-large",
        words.tooLongOneEntry,
        words.nothingRecordedAttachText)
    case .file(let problem, _): self.init(fileProblem: problem)
    case .permissionDenied:
      self.init(
        .permission, "permission", words.systemDeniesAccess,
        words.checkFoldersPermissions)
    case .broken:
      self.init(
        .other, "self-test",
        words.machinesCryptographicLibraryDoes,
        words.nothingOpenedReinstallLibsodium)
    case .outOfMemory:
      self.init(
        .other, "memory", words.thereNotEnoughMemory,
        words.closeOtherProgramsTry)
    case .diskFull:
      self.init(
        .disk, "disk-full", words.diskFull,
        words.nothingHalfRecordedMake)
    case .tooLargeForDisk:
      self.init(
        .disk, "disk-limit",
        words.diskTakesNoFile,
        words.usbStickOftenStops)
    case .disk:
      self.init(
        .disk, "disk", words.diskDoesNotAnswer,
        words.whatRecordedStill)
    case .outputExists: self = .exists
    case .outputFolderMissing:
      self.init(
        .cannotCreate, "no-folder", words.outputFolderMissing, words.outputFolderMissingHint)
    case .folder(let problem): self.init(folder: problem)
    case .server(let failure): self.init(server: failure)
    case .noServer: self.init(.noInput, "no-server", words.serverNone, words.serverNoneHint)
    }
  }

  /// Said after what could be read.
  init(damage problems: [Problem]) {
    self.init(
      .data, "damaged",
      words.partVaultDamagedAbove("\(problems.count)"),
      words.nothingDeletedCopyFolder)
  }

  private init(fileProblem problem: VaultError.FileProblem) {
    let nothing = words.nothingAttached
    switch problem {
    case .missing:
      self.init(.noInput, "not-found", words.fileNotFound, nothing)
    case .unreadable:
      self.init(
        .permission, "permission", words.fileCannotRead, nothing)
    case .symbolicLink:
      self.init(
        .noInput, "link", words.link,
        nothing + words.giveFileItself)
    case .notAFile:
      self.init(
        .noInput, "not-a-file",
        words.notRegularFile,
        nothing)
    case .changedWhileReading:
      self.init(
        .noInput, "changed",
        words.fileChangedWhileRead,
        nothing
          + words.waitUntilFinishedTry)
    case .tooLarge:
      self.init(.data, "too-large", words.fileTooLargeMain, nothing)
    }
  }

  static func example(of field: String) -> String? {
    switch field {
    case "when", "since", "until":
      words.dateExamples
    case "amount": words.amountExamples
    case "written-by": "self, helped, relative"
    case "nature": "received, copy, capture"
    default: nil
    }
  }
}
