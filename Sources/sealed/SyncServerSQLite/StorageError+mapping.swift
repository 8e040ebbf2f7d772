// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import GRDB
internal import SyncServer

extension StorageError {
  /// Runs a database or file operation and says its failure in the words of the contract.
  static func mapping<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StorageError(error)
    } catch let error as FileError {
      throw StorageError(error)
    } catch is RowDecodingError {
      throw StorageError.damaged
    }
  }

  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY, .SQLITE_CANTOPEN: self = .denied
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOMEM: self = .unavailable
    // A short read of the file is damage, not a failing disk.
    case .SQLITE_IOERR where error.extendedResultCode != .SQLITE_IOERR_SHORT_READ:
      self = .unavailable
    default: self = .damaged
    }
  }

  init(_ error: FileError) {
    switch error {
    case .permissionDenied: self = .denied
    case .diskFull: self = .full
    case .busy, .disk: self = .unavailable
    case .notFound, .alreadyExists, .notRegularFile, .changedWhileReading: self = .damaged
    }
  }
}
