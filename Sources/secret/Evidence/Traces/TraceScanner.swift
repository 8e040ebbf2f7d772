// SPDX-License-Identifier: Apache-2.0

/// Finds what a file tells besides what it shows. Never a proof that there is nothing: what the image
/// itself shows, or the sound says, is not looked at.
public enum TraceScanner {
  /// Of the rules; a finding of an older one is scanned again.
  public static let version: Int64 = 3

  /// - Parameters:
  ///   - mediaType: as the name suggests; the first bytes have the last word.
  ///   - read: `count` bytes at an offset, within `size`; called for a bounded number of bytes in all.
  /// - Throws: only what `read` throws. Bytes that cannot be followed are ``Trace/unread``.
  public static func scan(
    mediaType: String, size: UInt64,
    read: @escaping (_ offset: UInt64, _ count: Int) throws -> [UInt8]
  ) throws -> Set<Trace> {
    var scan = TraceScan(TraceInput(size: size, read))
    do {
      let beginning = try scan.input.bytes(0, min(scan.input.size, FileKind.beginning))
      try scan.scan(FileKind(beginning, mediaType: mediaType))
    } catch is ScanStop {
      scan.found.insert(.unread)
    }
    return scan.found
  }

  /// Of bytes in memory.
  public static func scan(mediaType: String, _ bytes: [UInt8]) -> Set<Trace> {
    // The source cannot throw: what is outside is refused before it is asked.
    let found = try? scan(mediaType: mediaType, size: UInt64(bytes.count)) { offset, count in
      Array(bytes.dropFirst(Int(clamping: offset)).prefix(count))
    }
    return found ?? [.unread]
  }
}
