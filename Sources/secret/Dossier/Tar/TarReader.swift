// SPDX-License-Identifier: Apache-2.0
public import AgeFormat

/// Reads an archive that may be hostile, pulling bytes as they are asked for.
///
/// It accepts what ``TarWriter`` writes and little else (Format.md §8): regular files with safe
/// names, every field in its one spelling, each name once. So whoever extracts with another tar gets the
/// very files that were checked here. Memory does not grow with what sizes the archive claims.
/// After an error in ``next()``, it gives that error for ever: what follows damage is not read.
public final class TarReader {
  private let source: any ByteSource
  private var names = TarNames()
  /// The one time of all entries, in seconds since 1970, once one was seen.
  private(set) var modified: UInt64?
  private var remaining: UInt64 = 0
  private var padding = 0
  private var isFinished = false
  private var failure: (any Error)?

  public init(_ source: any ByteSource) { self.source = source }

  /// The next file, after skipping what was not read of the last; `nil` once the whole archive was
  /// seen to its very end.
  /// - Throws: ``TarError``, or what the source throws.
  public func next() throws -> TarEntry? {
    if let failure { throw failure }
    if isFinished { return nil }
    do { return try advance() } catch {
      failure = error
      throw error
    }
  }

  private func advance() throws -> TarEntry? {
    try skipContent()
    guard let header = try nextHeader() else { return nil }
    guard header.typeFlag == TarFormat.paxHeader else { return try begin(header, pax: nil) }
    let pax = try readPax(header)
    guard let described = try nextHeader(), described.typeFlag == TarFormat.regularFile else {
      throw TarError.malformedExtension
    }
    return try begin(described, pax: pax)
  }

  /// Bytes of the current file; 0 at its end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let wanted = Int(min(UInt64(buffer.count), remaining))
    guard wanted > 0 else { return 0 }
    let count = try source.read(
      into: UnsafeMutableRawBufferPointer(rebasing: buffer[0..<wanted]))
    guard count > 0 else { throw TarError.truncated }
    guard count <= wanted else { throw TarError.oversize }
    remaining -= UInt64(count)
    return count
  }

  /// The rest of the current file.
  /// - Throws: ``TarError/oversize`` beyond `limit`.
  public func readAll(limit: Int) throws -> [UInt8] {
    guard remaining <= UInt64(limit) else { throw TarError.oversize }
    var bytes: [UInt8] = []
    try withChunks { bytes += $0 }
    return bytes
  }

  /// Hands over the rest of the current file, 64 KiB at a time.
  public func withChunks(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if remaining == 0 { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    try chunk.withUnsafeMutableBytes { chunk in
      while case let count = try read(into: chunk), count > 0 {
        try body(UnsafeRawBufferPointer(rebasing: chunk[0..<count]))
      }
    }
  }

  private func skipContent() throws {
    try withChunks { _ in }
    let zeros = try block(padding)
    guard zeros.allSatisfy({ $0 == 0 }) else { throw TarError.trailingBytes }
    padding = 0
  }

  private func begin(_ header: TarHeader, pax: PaxRecords?) throws -> TarEntry {
    let spelled = header.prefix + (header.prefix.isEmpty ? [] : [SafePath.slash]) + header.name
    let entry = TarEntry(
      path: try SafePath(bytes: pax?.path ?? spelled), size: pax?.size ?? header.size)
    guard entry.size <= TarFormat.largestEntry else { throw TarError.oversize }
    try require(pax, isNeededBy: entry, spelled: spelled, header)
    try names.insert(entry.path)
    try requireOneTime(header)
    remaining = entry.size
    padding = TarFormat.padding(after: entry.size)
    return entry
  }

  /// A reader that does not know pax must not find something else that is plausible.
  private func require(
    _ pax: PaxRecords?, isNeededBy entry: TarEntry, spelled: [UInt8], _ header: TarHeader
  ) throws {
    let needed = PaxRecords(path: entry.path, size: entry.size)
    guard pax ?? needed == needed, pax != nil || needed.isEmpty else {
      throw TarError.malformedExtension
    }
    guard needed.path == nil || spelled == TarHeader.truncated(entry.path.bytes).name,
      needed.size == nil || header.size == 0
    else { throw TarError.malformedExtension }
  }

  private func requireOneTime(_ header: TarHeader) throws {
    guard modified ?? header.modified == header.modified else { throw TarError.malformedHeader }
    modified = header.modified
  }

  private func readPax(_ header: TarHeader) throws -> PaxRecords {
    guard (1...TarFormat.largestPaxHeader).contains(header.size) else {
      throw TarError.malformedExtension
    }
    guard header.prefix.isEmpty, header.name == Array(TarFormat.paxName.utf8) else {
      throw TarError.malformedExtension
    }
    try requireOneTime(header)
    let content = try block(Int(header.size))
    guard try block(TarFormat.padding(after: header.size)).allSatisfy({ $0 == 0 }) else {
      throw TarError.trailingBytes
    }
    return try PaxRecords(decoding: content)
  }

  /// `nil` at the end of the archive, all of which was then read.
  private func nextHeader() throws -> TarHeader? {
    let bytes = try block(TarFormat.block)
    if bytes.contains(where: { $0 != 0 }) { return try TarHeader(decoding: bytes) }
    guard try block(TarFormat.block).allSatisfy({ $0 == 0 }) else { throw TarError.trailingBytes }
    try requireOnlyPadding()
    isFinished = true
    return nil
  }

  private func requireOnlyPadding() throws {
    var total = 0
    while true {
      let bytes = try upTo(TarFormat.block)
      total += bytes.count
      guard bytes.allSatisfy({ $0 == 0 }), total <= TarFormat.longestPadding else {
        throw TarError.trailingBytes
      }
      if bytes.isEmpty { return }
      guard bytes.count == TarFormat.block else { throw TarError.truncated }
    }
  }

  /// Exactly `count` bytes: one block, or one small pax header.
  private func block(_ count: Int) throws -> [UInt8] {
    let bytes = try upTo(count)
    guard bytes.count == count else { throw TarError.truncated }
    return bytes
  }

  private func upTo(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: raw[filled...])
        let read = try source.read(into: rest)
        guard (0...rest.count).contains(read) else { throw TarError.oversize }
        if read == 0 { break }
        filled += read
      }
    }
  }
}
