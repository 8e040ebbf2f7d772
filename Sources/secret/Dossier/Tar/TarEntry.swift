// SPDX-License-Identifier: Apache-2.0

/// A regular file of an archive.
public struct TarEntry: Hashable, Sendable {
  public let path: SafePath
  /// In bytes.
  public let size: UInt64
}
