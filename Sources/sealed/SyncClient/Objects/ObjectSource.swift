// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// The sealed objects of one vault, wherever they are: a folder, or what was fetched from a server. Nothing of it is
/// believed yet.
public protocol ObjectSource {
  /// - Throws: ``FolderError``.
  func listing() throws -> ObjectListing
  /// The bytes of an object; `nil` when there is none, or one that is too large or no file to be one.
  /// - Throws: ``FolderError``.
  func read(_ name: ObjectName, limit: Int) throws -> [UInt8]?
}
