// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import GRDB

extension StoreError {
  /// Runs a database or file operation and says its failure in our words.
  static func mapping<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch let error as FileError {
      throw StoreError(error)
    } catch is RowDecodingError {
      throw StoreError.damaged("vault.sqlite")
    }
  }

  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY, .SQLITE_CANTOPEN: self = .permissionDenied
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(holder: nil)
    // A short read of the file is damage, not a failing disk.
    case .SQLITE_IOERR where error.extendedResultCode != .SQLITE_IOERR_SHORT_READ: self = .disk
    case .SQLITE_NOMEM: self = .disk
    default: self = .damaged("vault.sqlite")
    }
  }

  init(_ error: FileError) {
    switch error {
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
