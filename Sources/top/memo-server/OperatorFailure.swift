// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import SyncServer
import SyncServerS3
import SyncServerSQLite
import TransparencyLog

/// What went wrong, for the operator, and the exit code (sysexits).
struct OperatorFailure: Error {
  enum Code: Int32 {
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case disk = 74
    case busy = 75
    case permission = 77
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// `nil` for what the argument parser says itself.
  init?(_ error: any Error) {
    switch error {
    case let failure as OperatorFailure: self = failure
    case let error as StorageOpeningError: self.init(error)
    case let error as StorageError: self.init(error)
    case let error as FileError: self.init(error)
    case HTTPServerError.certificate:
      self.init(.noInput, "the certificate or its key cannot be used: two PEM files are needed")
    case HTTPServerError.address:
      self.init(.unavailable, "cannot listen there: the address is taken, or not of this machine")
    case is S3ConfigurationError:
      self.init(.usage, "the endpoint, bucket, region or credentials of the store cannot be used")
    case is S3UnfitError:
      self.init(
        .unavailable, "the store ignores conditional writes: what is acknowledged would be lost")
    case is NoteError: self.init(.usage, "the name of the cosigner's key cannot be used")
    default: return nil
    }
  }

  private init(_ error: StorageOpeningError) {
    switch error {
    case .busy(let holder):
      let who = holder.map { ", process \($0)" } ?? ""
      self.init(.busy, "another process works on this folder\(who)")
    case .laterVersion: self.init(.data, "the folder was written by a later version")
    case .foreign: self.init(.cannotCreate, "the folder holds something else")
    }
  }

  private init(_ error: StorageError) {
    switch error {
    case .unavailable: self.init(.unavailable, "the store does not answer")
    case .full: self.init(.disk, "no room in the store")
    case .denied: self.init(.permission, "the store does not let us in")
    case .damaged: self.init(.data, "what is stored is not what was written")
    case .tooLarge: self.init(.data, "an object is too large")
    }
  }

  private init(_ error: FileError) {
    switch error {
    case .notFound: self.init(.noInput, "a file or folder is not there")
    case .permissionDenied: self.init(.permission, "a file or folder may not be used")
    case .alreadyExists: self.init(.cannotCreate, "a file is there already")
    case .notRegularFile: self.init(.noInput, "a link or folder stands where a file should be")
    case .busy: self.init(.busy, "another process works on this folder")
    case .diskFull: self.init(.disk, "the disk is full")
    default: self.init(.disk, "the disk failed")
    }
  }
}
