// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles

/// Why a folder of sealed objects could not be used. It carries no path: a path may name a person.
public enum FolderError: Error, Equatable, Sendable {
  /// There is no such folder.
  case notFound
  case permissionDenied
  /// No room left.
  case full
  /// It does not answer: pulled out, worn out, or gone in the middle.
  case unavailable
  /// A link, or a file where a folder must be.
  case refused

  init(_ error: FileError) {
    self =
      switch error {
      case .permissionDenied: .permissionDenied
      case .diskFull: .full
      case .notRegularFile, .alreadyExists: .refused
      case .notFound, .busy, .changedWhileReading, .disk: .unavailable
      }
  }

  static func mapping<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as FileError { throw FolderError(error) }
  }
}
