// SPDX-License-Identifier: Apache-2.0
public import SyncClient

/// Why a vault operation was not done. No case carries what the person wrote; the command line finds
/// the words and the exit code.
public enum VaultError: Error, Equatable, Sendable {
  /// No vault in that folder.
  case noVault
  /// A vault is there already.
  case vaultExists
  /// Another process has it open; its process id when known.
  case busy(holder: Int32?)
  case wrongPassphrase
  /// A kit that cannot be read.
  case unreadableKit
  /// A whole kit, of another vault.
  case otherVaultsKit
  /// Altered, torn or forged; the text is a part of the vault, never of its contents.
  case damaged(String)
  /// Written by a later version of the program.
  case laterVersion
  /// No entry or contact has that id.
  case notFound
  /// The beginning of an id that several have.
  case ambiguous
  /// The entry has no piece of that name.
  case pieceNotFound
  /// A value that cannot be read; the text is the name of the field.
  case invalidField(String)
  /// Beyond the limits of the format.
  case tooLarge
  /// A file given by the person, by its place in the list.
  case file(FileProblem, index: Int)
  case permissionDenied
  /// No memory, or none that may be locked.
  case outOfMemory
  /// The cryptographic library does not answer as it should: nothing is opened with it.
  case broken
  case diskFull
  /// The disk takes no file of that size.
  case tooLargeForDisk
  case disk
  /// Two records of the vault disagree on how far a log goes.
  case conflict
  /// The passphrase is empty or too long.
  case unusablePassphrase
  /// The file to be written exists.
  case outputExists
  /// The folder of the file to be written does not exist.
  case outputFolderMissing

  /// The folder of a copy.
  case folder(FolderProblem)

  /// A server did not do what was asked of it.
  case server(SyncFailure)
  /// The vault is linked to no server.
  case noServer

  /// What is wrong with the folder of a copy; the vault is as it was.
  public enum FolderProblem: Equatable, Sendable {
    case missing, denied, full, unavailable, refused
    /// Nothing of any vault in it.
    case empty
    /// Nothing from which a vault can be made.
    case unusable
  }

  /// What is wrong with a file that was to be attached or imported.
  public enum FileProblem: Equatable, Sendable {
    case missing, unreadable, symbolicLink, notAFile, changedWhileReading, tooLarge
  }
}
