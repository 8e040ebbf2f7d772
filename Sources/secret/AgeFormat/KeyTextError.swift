// SPDX-License-Identifier: Apache-2.0

/// Why the text of a key, or a file of keys, was refused. Carries a line number at most, never text.
public enum KeyTextError: Error, Equatable, Sendable {
  /// Not a recipient (`age1…`, `age1pq1…`).
  case invalidRecipient
  /// Not an identity (`AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…`).
  case invalidIdentity
  /// A well known type of key, but another than was asked for or than this library implements.
  case unsupported
  /// The same, for a line of a file, counted from 1.
  indirect case line(Int, KeyTextError)
  /// A file with no key in it.
  case empty
  /// A file larger than any file of keys.
  case tooLarge
}
