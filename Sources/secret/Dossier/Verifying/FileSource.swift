// SPDX-License-Identifier: Apache-2.0
public import AgeFormat
internal import DurableFiles

/// A file on disk as a source of bytes.
public final class FileSource: ByteSource {
  private let file: OpenFile
  private var offset = 0

  /// - Throws: `FileError` for anything but a regular file (a link to one is followed).
  public init(_ path: String) throws {
    file = try OpenFile.reading(path, followingLinks: true)
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try file.read(into: buffer, at: offset)
    offset += count
    return count
  }

  /// Back to the first byte.
  public func rewind() { offset = 0 }

  /// Whether it begins as an age file does, armored or not.
  public func isEncrypted() throws -> Bool {
    let beginning = try file.read(count: 32, at: 0)
    return ["age-encryption.org/", "-----BEGIN AGE"].contains { beginning.starts(with: $0.utf8) }
  }
}
