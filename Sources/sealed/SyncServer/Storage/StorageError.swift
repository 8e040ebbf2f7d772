// SPDX-License-Identifier: Apache-2.0

/// Why a store did not do what it was asked to. No case carries a name.
public enum StorageError: Error, Equatable, Sendable {
  /// It does not answer, or not in time: the caller may try again.
  case unavailable
  /// No room.
  case full
  /// The credentials are not accepted, or the folder is not ours.
  case denied
  /// What is stored is not what was written.
  case damaged
  /// More than ``ObjectKey/objectLimit``.
  case tooLarge
}
