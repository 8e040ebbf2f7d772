// SPDX-License-Identifier: Apache-2.0

/// Where bytes are pulled from: a file, a pipe, the plaintext of an ``AgeDecryptor``.
public protocol ByteSource: AnyObject {
  /// Writes at least one byte at the start of `buffer` and returns how many; 0 only at the end.
  /// - Parameter buffer: not empty.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteSource {
  /// Fills `buffer`; returns fewer bytes than it holds only at the end.
  func readFully(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var total = 0
    while total < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[total...])
      let count = try read(into: rest)
      precondition((0...rest.count).contains(count), "a source read more than it was asked for")
      if count == 0 { break }
      total += count
    }
    return total
  }
}
