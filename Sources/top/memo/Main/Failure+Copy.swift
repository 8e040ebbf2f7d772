// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension Failure {
  init(folder problem: VaultError.FolderProblem) {
    let safe = words.vaultLostNothing
    switch problem {
    case .missing:
      self.init(
        .noInput, "not-found", words.thereNoSuchFolder,
        words.usbStickPlugged)
    case .denied:
      self.init(
        .permission, "permission",
        words.folderCannotWrittenRead,
        words.stickMayWriteProtected)
    case .full:
      self.init(
        .disk, "disk-full", words.stickDiskFull,
        safe
          + words.makeRoomRunCommand)
    case .unavailable:
      self.init(
        .disk, "disk",
        words.stickDiskDoesNot,
        safe
          + words.plugAgainRunCommand)
    case .refused:
      self.init(
        .data, "refused",
        words.folderNotOrdinaryCopy,
        words.thereLinkFileWhere)
    case .empty:
      self.init(
        .noInput, "no-copy", words.noCopyVaultHere,
        words.memoCopyDirMakes)
    case .unusable:
      self.init(
        .data, "no-copy",
        words.copyNoAuthenticDevice,
        words.nothingMadeTryAnother)
    }
  }

  /// Said after what could be done.
  init(copy problems: [Problem]) {
    self.init(
      .data, "copy",
      words.notAllOrderPlaces("\(problems.count)"),
      words.restDoneNothingDeleted)
  }
}
