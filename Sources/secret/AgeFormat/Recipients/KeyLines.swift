// SPDX-License-Identifier: Apache-2.0

/// The lines of a file of keys that hold one: all but comments (`#`) and blank lines.
enum KeyLines {
  /// Calls `body` with each line, without its line ending; names the line in what it throws.
  /// - Throws: ``KeyTextError``.
  static func forEach(
    in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard bytes.count <= AgeV1.maximumKeyFileCount else { throw KeyTextError.tooLarge }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var isEmpty = true
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      isEmpty = false
      do {
        try body(UnsafeRawBufferPointer(rebasing: line))
      } catch let error as KeyTextError {
        throw KeyTextError.line(index + 1, error)
      }
    }
    if isEmpty { throw KeyTextError.empty }
  }
}
