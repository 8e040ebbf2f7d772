// SPDX-License-Identifier: Apache-2.0

/// A source whose next bytes can be looked at, and read line by line.
final class BufferedSource: ByteSource {
  /// A line is longer than its limit.
  struct LineTooLong: Error {}

  private static let blockCount = 65_536
  private let source: any ByteSource
  private var buffer = [UInt8](repeating: 0, count: blockCount)
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  /// The next `count` bytes, which stay; fewer at the end.
  func peek(_ count: Int) throws -> [UInt8] {
    while end - start < count, try fill() {}
    return Array(buffer[start..<min(end, start + count)])
  }

  func read(into destination: UnsafeMutableRawBufferPointer) throws -> Int {
    if start == end {
      if destination.count >= Self.blockCount { return try readDirectly(into: destination) }
      guard try fill() else { return 0 }
    }
    let count = min(destination.count, end - start)
    buffer.withUnsafeBytes {
      destination.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    start += count
    return count
  }

  /// Lends the next line without its line feed, and whether it had one; `nil` at the end.
  /// - Throws: ``LineTooLong``, for more than `limit` bytes before the line feed.
  func withLine<Result>(
    limit: Int, _ body: (UnsafeRawBufferPointer?, _ isTerminated: Bool) throws -> Result
  ) throws -> Result {
    var scanned = 0
    while true {
      if let count = lineFeed(after: scanned) {
        guard count <= limit else { throw LineTooLong() }
        return try lend(count, consuming: count + 1) { try body($0, true) }
      }
      scanned = end - start
      guard scanned <= limit else { throw LineTooLong() }
      guard try !fill() else { continue }
      guard scanned > 0 else { return try body(nil, false) }
      return try lend(scanned, consuming: scanned) { try body($0, false) }
    }
  }

  private func lend<Result>(
    _ count: Int, consuming consumed: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let first = start
    start += consumed
    return try buffer.withUnsafeBytes {
      try body(UnsafeRawBufferPointer(rebasing: $0[first..<first + count]))
    }
  }

  /// Where the first line feed is, from `start`, when the first `scanned` bytes have none.
  private func lineFeed(after scanned: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      bytes[(start + scanned)..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 - start }
    }
  }

  /// Reads more behind what is there; `false` at the end.
  private func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    let count = try buffer.withUnsafeMutableBytes {
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[end...]))
    }
    precondition((0...buffer.count - end).contains(count), "a source read more than asked for")
    end += count
    isAtEnd = count == 0
    return !isAtEnd
  }

  private func makeRoom() {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      (start, end) = (0, end - start)
    } else if end == buffer.count {
      // Grows with what has arrived, never with what was announced; callers limit it.
      buffer += [UInt8](repeating: 0, count: buffer.count)
    }
  }

  private func readDirectly(into destination: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !isAtEnd else { return 0 }
    let count = try source.read(into: destination)
    isAtEnd = count == 0
    return count
  }
}
