// SPDX-License-Identifier: Apache-2.0

/// Writes an archive of regular files, bytes out as bytes come in: ustar, owner and group 0, mode
/// 0644, one time for all; a pax header only where ustar cannot say the path or the size.
public final class TarWriter {
  private let modified: UInt64
  private let output: (UnsafeRawBufferPointer) throws -> Void
  private var names = TarNames()
  private var open: (size: UInt64, missing: UInt64)?
  private var isFinished = false

  /// - Parameters:
  ///   - modified: seconds since 1970, the time of every file; clamped to what ustar can say.
  ///   - output: takes the archive's bytes, in order.
  public init(modified: Int64, output: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.modified = TarFormat.time(modified)
    self.output = output
  }

  /// Starts a file of exactly `size` bytes.
  /// - Throws: ``TarError``, for a name that collides with an earlier one too.
  public func begin(_ path: SafePath, size: UInt64) throws {
    guard open == nil, !isFinished else { throw TarError.outOfOrder }
    guard size <= TarFormat.largestEntry else { throw TarError.oversize }
    try names.insert(path)
    let pax = PaxRecords(path: path, size: size)
    if !pax.isEmpty { try writePax(pax.encoded()) }
    try put(header(path, size: size).encoded())
    open = (size, size)
  }

  private func header(_ path: SafePath, size: UInt64) -> TarHeader {
    let parts = TarHeader.split(path.bytes) ?? TarHeader.truncated(path.bytes)
    return TarHeader(
      name: parts.name, prefix: parts.prefix,
      size: size < TarFormat.ustarSizeLimit ? size : 0, modified: modified)
  }

  private func writePax(_ records: [UInt8]) throws {
    var header = TarHeader(
      name: Array(TarFormat.paxName.utf8), size: UInt64(records.count), modified: modified)
    header.typeFlag = TarFormat.paxHeader
    try put(header.encoded())
    try put(records + zeros(TarFormat.padding(after: UInt64(records.count))))
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let open else { throw TarError.outOfOrder }
    guard UInt64(bytes.count) <= open.missing else { throw TarError.sizeMismatch }
    if !bytes.isEmpty { try output(bytes) }
    self.open = (open.size, open.missing - UInt64(bytes.count))
  }

  public func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Ends the file begun.
  /// - Throws: ``TarError/sizeMismatch`` when bytes are missing.
  public func end() throws {
    guard let open else { throw TarError.outOfOrder }
    guard open.missing == 0 else { throw TarError.sizeMismatch }
    try put(zeros(TarFormat.padding(after: open.size)))
    self.open = nil
  }

  /// A whole file.
  public func add(_ path: SafePath, _ bytes: [UInt8]) throws {
    try begin(path, size: UInt64(bytes.count))
    try write(bytes)
    try end()
  }

  /// Ends the archive with two zero blocks.
  public func finish() throws {
    guard open == nil, !isFinished else { throw TarError.outOfOrder }
    isFinished = true
    try put(zeros(2 * TarFormat.block))
  }

  private func put(_ bytes: [UInt8]) throws {
    if !bytes.isEmpty { try bytes.withUnsafeBytes(output) }
  }

  private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
