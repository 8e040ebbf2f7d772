// SPDX-License-Identifier: Apache-2.0

/// Why a scan cannot go on; what was found so far still counts.
enum ScanStop: Error {
  /// The bytes are not what their format says.
  case malformed
  /// Too much to read.
  case limit
}

/// Bounded reads of a file that may have been made to harm: so many bytes and so many steps in all.
struct TraceInput {
  /// Bytes read in all.
  static let limit = 64 << 20
  static let steps = 1 << 18
  private static let block = 4096

  let size: Int
  private let source: (UInt64, Int) throws -> [UInt8]
  private var left = Self.limit
  private var stepsLeft = Self.steps
  private var cached: (offset: Int, bytes: [UInt8]) = (0, [])

  init(size: UInt64, _ source: @escaping (UInt64, Int) throws -> [UInt8]) {
    self.size = Int(clamping: size)
    self.source = source
  }

  /// - Throws: ``ScanStop``, and what the source throws.
  mutating func bytes(_ offset: Int, _ count: Int) throws -> [UInt8] {
    stepsLeft -= 1
    guard stepsLeft > 0 else { throw ScanStop.limit }
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
      throw ScanStop.malformed
    }
    // Formats are walked by a few bytes at a time.
    if count > Self.block / 2 { return try fetch(offset, count) }
    if offset < cached.offset || offset + count > cached.offset + cached.bytes.count {
      cached = (offset, try fetch(offset, min(Self.block, size - offset)))
    }
    return Array(cached.bytes[(offset - cached.offset)...].prefix(count))
  }

  private mutating func fetch(_ offset: Int, _ count: Int) throws -> [UInt8] {
    left -= count
    guard left >= 0 else { throw ScanStop.limit }
    let bytes = try source(UInt64(offset), count)
    guard bytes.count == count else { throw ScanStop.malformed }
    return bytes
  }
}
