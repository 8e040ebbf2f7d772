// SPDX-License-Identifier: Apache-2.0
internal import Glibc

extension FileError {
  static func of(_ code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EACCES, EPERM, EROFS: .permissionDenied
    case EEXIST: .alreadyExists
    case ELOOP, EISDIR: .notRegularFile
    case EWOULDBLOCK: .busy
    case ENOSPC, EDQUOT: .diskFull
    default: .disk(code)
    }
  }

  static var current: FileError { of(Glibc.errno) }
}
