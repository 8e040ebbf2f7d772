// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Seal

/// A piece's bytes anywhere in it, one chunk at a time; what is given out is only proven to be the vault's,
/// not whole.
final class PieceRandomAccess {
  private let reader: PieceReader
  private var opened: (index: Int, bytes: [UInt8])?

  init(_ reader: PieceReader) { self.reader = reader }

  /// `count` bytes, or fewer at the end.
  func bytes(_ offset: UInt64, _ count: Int) throws -> [UInt8] {
    let size = Int(clamping: reader.attachment.size)
    var at = Int(clamping: offset)
    let end = min(size, at + count)
    var output: [UInt8] = []
    while at < end {
      let chunk = try chunk(at / AttachmentLayout.chunkCount)
      let inside = at % AttachmentLayout.chunkCount
      output += chunk.dropFirst(inside).prefix(end - at)
      at = min(end, at - inside + AttachmentLayout.chunkCount)
    }
    return output
  }

  private func chunk(_ index: Int) throws -> [UInt8] {
    if let opened, opened.index == index { return opened.bytes }
    let bytes = try reader.chunk(index)
    opened = (index, bytes)
    return bytes
  }
}
