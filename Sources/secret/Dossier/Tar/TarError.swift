// SPDX-License-Identifier: Apache-2.0

/// Why an archive, or a name in it, was refused. No case carries a name: a name may be a person's.
public enum TarError: Error, Equatable, Sendable {
  /// A name outside the rules of Format.md §8.
  case unsafePath
  /// A link, folder, device, sparse file, or an extension of some tar: all but regular files.
  case unsupportedEntry
  case badChecksum
  /// A header field that is not spelled in the one way that we write it.
  case malformedHeader
  /// A pax record that is unknown, repeated, not canonical, or not needed.
  case malformedExtension
  /// A name seen before, in the same or another case.
  case duplicatePath
  /// Two folders that differ only in case, or a file where another needs a folder.
  case collidingPath
  case tooManyEntries
  case oversize
  /// The archive ends before its two zero blocks.
  case truncated
  /// Something follows the end, or stands where zeros should.
  case trailingBytes
  /// The bytes written are not as many as were announced.
  case sizeMismatch
  /// The archive is finished, or an entry is still open.
  case outOfOrder
}
