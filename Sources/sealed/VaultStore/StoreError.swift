// SPDX-License-Identifier: Apache-2.0

/// Why a vault's files could not be used. No path and nothing personal.
public enum StoreError: Error, Equatable, Sendable {
  /// No vault there.
  case notFound
  /// A vault is there already.
  case alreadyExists
  /// Another process holds it; its process id when that could be read.
  case busy(holder: Int32?)
  /// Written by a later version of the program.
  case laterVersion(Int)
  /// The files are not what was written; the text says which part, for a person who repairs.
  case damaged(String)
  /// No right to read or write.
  case permissionDenied
  /// The disk is full.
  case diskFull
  /// Any other failure of the disk.
  case disk
  /// The log moved since it was read: another writer, against all rules.
  case conflict
}
