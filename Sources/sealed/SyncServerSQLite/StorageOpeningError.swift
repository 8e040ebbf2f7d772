// SPDX-License-Identifier: Apache-2.0

/// Why a folder is not opened as a store, beside what ``SyncServer/StorageError`` says.
public enum StorageOpeningError: Error, Equatable, Sendable {
  /// Another process works on it; its process id when that could be read.
  case busy(holder: Int32?)
  /// Written by a later version of the program.
  case laterVersion(Int)
  /// There is something in the folder, and it is not a store.
  case foreign
}
