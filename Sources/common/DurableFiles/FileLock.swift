// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// An exclusive advisory lock on a file (`flock`), released when it goes or the process dies. The
/// holder's process id is written into the file, so that another process can say who holds it.
public final class FileLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock or throws ``FileError/busy`` at once; the caller decides how long to try.
  public static func acquire(_ path: String) throws -> FileLock {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError.current }
    let lock = FileLock(descriptor: descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw FileError.current }
    let holder = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, holder, holder.count, 0)
    return lock
  }

  /// The process id written by the current holder, if it can be read.
  public static func holder(of path: String) -> Int32? {
    guard let bytes = try? Files.read(path, limit: 32) else { return nil }
    return Int32(String(decoding: bytes, as: UTF8.self).trimmedNewline)
  }
}

extension String {
  fileprivate var trimmedNewline: String { String(prefix { $0 != "\n" }) }
}
