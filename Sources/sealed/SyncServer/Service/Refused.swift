// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import TransparencyLog

/// Why a request is refused, before the server's time is added to it.
struct Refused: Error, Equatable {
  let code: ProblemDocument.Code
  init(_ code: ProblemDocument.Code) { self.code = code }
}

extension ProblemDocument.Code {
  /// What is told of an error: the store's become "try again" or "no room", all that is wrong with bytes of a
  /// client's becomes `refused`.
  init(_ error: any Error) {
    self =
      switch error {
      case let refused as Refused: refused.code
      case let problem as ProblemDocument: problem.code
      case StorageError.unavailable, StorageError.denied: .unavailable
      case StorageError.full: .quota
      case StorageError.tooLarge, RemoteError.tooLarge: .tooLarge
      case is CancellationError: .unavailable
      case is StorageError: .broken
      case is RemoteError, is NoteError: .refused
      default: .broken
      }
  }
}
