// SPDX-License-Identifier: Apache-2.0

/// Consecutive frames of one log: one file of a copy, one body of a push (Sync.md §2).
public struct Segment: Equatable, Sendable {
  static let magic = Array("memoseg".utf8) + [1]
  static let prefixCount = 8 + 16 + 8 + 4
  /// A reader refuses more.
  public static let limit = 4 << 20
  public static let frameLimit = 4096
  /// A writer ends a segment before it passes these.
  public static let usualSize = 1 << 20
  public static let usualFrames = 1024
  /// As in canonical JSON.
  static let sizeLimit: UInt64 = (1 << 53) - 1

  public let log: LogID
  public let first: UInt64
  public let frames: [Frame]
  public var end: UInt64 { first + UInt64(frames.count) }
  public var name: SegmentName { SegmentName(first: first, end: end) }

  /// - Throws: ``RemoteError/malformed``, ``RemoteError/tooLarge``.
  public init(log: LogID, first: UInt64, frames: [Frame]) throws {
    guard !frames.isEmpty, first <= Self.sizeLimit - UInt64(Self.frameLimit) else {
      throw RemoteError.malformed
    }
    guard frames.count <= Self.frameLimit,
      frames.reduce(Self.prefixCount, { $0 + $1.encodedCount }) <= Self.limit
    else { throw RemoteError.tooLarge }
    self.log = log
    self.first = first
    self.frames = frames
  }

  public var encoded: [UInt8] {
    var bytes = Self.magic + log.bytes + first.littleEndianBytes
    bytes += UInt32(frames.count).littleEndianBytes
    for frame in frames { frame.append(to: &bytes) }
    return bytes
  }

  /// - Throws: ``RemoteError``.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count <= Self.limit else { throw RemoteError.tooLarge }
    guard bytes.count >= Self.prefixCount, bytes[..<7] == Self.magic[..<7] else {
      throw RemoteError.malformed
    }
    guard bytes[7] == Self.magic[7] else { throw RemoteError.unknownVersion }
    guard let first = UInt64(littleEndianBytes: bytes[24..<32]),
      let count = UInt32(littleEndianBytes: bytes[32..<36]), let log = try? LogID(bytes[8..<24])
    else { throw RemoteError.malformed }
    guard count <= Self.frameLimit else { throw RemoteError.tooLarge }
    var rest = bytes[Self.prefixCount...]
    let frames = try (0..<count).map { _ in try Frame(parsing: &rest) }
    guard rest.isEmpty else { throw RemoteError.malformed }
    try self.init(log: log, first: first, frames: frames)
  }
}

/// From where to where a segment goes, as its name says.
public struct SegmentName: Hashable, Sendable, CustomStringConvertible {
  public let first: UInt64
  public let end: UInt64

  public init(first: UInt64, end: UInt64) {
    self.first = first
    self.end = end
  }

  /// `nil` for any other name.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = UInt64(hexName: parts[0]),
      let end = UInt64(hexName: parts[1]), first < end, end <= Segment.sizeLimit,
      end - first <= UInt64(Segment.frameLimit)
    else { return nil }
    self.init(first: first, end: end)
  }

  public var description: String { "\(first.hexName)-\(end.hexName)" }
}

extension UInt64 {
  /// 16 lower-case hexadecimal digits.
  public var hexName: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// `nil` unless these are 16 lower-case hexadecimal digits.
  public init?(hexName text: some StringProtocol) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16), value.hexName == text else {
      return nil
    }
    self = value
  }
}
