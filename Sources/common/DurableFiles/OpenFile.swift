// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A regular file, open for reading or writing; closed when it goes.
///
/// Positions are explicit (`pread`, `pwrite`) where several tasks share a file.
public final class OpenFile: Sendable {
  let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens an existing regular file. A symbolic link at the last component is refused unless
  /// `followingLinks`; folders and devices always are.
  public static func reading(_ path: String, followingLinks: Bool = false) throws -> OpenFile {
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw FileError.current }
    let file = OpenFile(descriptor: descriptor)
    _ = try file.identity()
    return file
  }

  /// Creates a file that must not exist.
  public static func creating(_ path: String, mode: UInt32 = 0o600) throws -> OpenFile {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw FileError.current }
    return OpenFile(descriptor: descriptor)
  }

  /// What tells whether a file is still the same: device, inode, size and modification time.
  public struct Identity: Equatable, Sendable {
    let device: UInt
    let inode: UInt
    public let size: Int
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int
  }

  /// - Throws: ``FileError/notRegularFile``.
  public func identity() throws -> Identity {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError.current }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError.notRegularFile }
    return Identity(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
      modifiedSeconds: status.st_mtim.tv_sec, modifiedNanoseconds: status.st_mtim.tv_nsec)
  }

  /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
  public func read(count: Int, at offset: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
    }
  }

  /// Fills `buffer` from `offset`; returns how many bytes there were.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    var total = 0
    while total < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + total }, buffer.count - total,
        off_t(offset + total))
      if count < 0 && Glibc.errno == EINTR { continue }
      guard count >= 0 else { throw FileError.current }
      if count == 0 { break }
      total += count
    }
    return total
  }

  /// Appends at the file's own position.
  public func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    var total = 0
    while total < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + total }, bytes.count - total)
      if count < 0 && Glibc.errno == EINTR { continue }
      guard count >= 0 else { throw FileError.current }
      total += count
    }
  }

  /// Returns when the bytes are on the disk.
  public func synchronize() throws {
    guard fsync(descriptor) == 0 else { throw FileError.current }
  }
}
