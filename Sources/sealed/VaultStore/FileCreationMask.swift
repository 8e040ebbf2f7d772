// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// SQLite creates its files with the process's mask; ours are the owner's alone.
enum FileCreationMask {
  static func ownerOnly<Result>(_ body: () throws -> Result) rethrows -> Result {
    let previous = umask(0o077)
    defer { umask(previous) }
    return try body()
  }
}
