// SPDX-License-Identifier: Apache-2.0

/// Why a file could not be used. It carries no path: a path may name a person.
public enum FileError: Error, Equatable, Sendable {
  case notFound
  case permissionDenied
  case alreadyExists
  /// A symbolic link, folder, device, socket or pipe where a regular file is wanted.
  case notRegularFile
  /// Another process holds the lock.
  case busy
  case diskFull
  /// The file was altered while it was read.
  case changedWhileReading
  /// Any other failure of the disk; the number is `errno`.
  case disk(Int32)

}
