// SPDX-License-Identifier: Apache-2.0

/// One scan under way; each format is an extension, in a file of its own.
struct TraceScan {
  var input: TraceInput
  var found: Set<Trace> = []
  /// How many `meta` boxes the file itself has.
  var itemLists = 0

  init(_ input: TraceInput) { self.input = input }

  mutating func scan(_ kind: FileKind) throws {
    switch kind {
    case .jpeg: try scanJPEG()
    case .png: try scanPNG()
    case .tiff: try scanTIFF(whole(TraceInput.limit / 2))
    case .riff: try scanRIFF()
    case .boxes: try scanBoxes()
    case .pdf: try scanPDF()
    case .archive: try scanArchive()
    case .mail: try scanMail()
    case .text: try scanText()
    case .empty: break
    case .unknown: found.insert(.unread)
    }
  }

  /// A part that cannot be followed is unread; the rest of the file is still looked at.
  mutating func attempt(_ body: (inout TraceScan) throws -> Void) throws {
    do { try body(&self) } catch ScanStop.malformed { found.insert(.unread) }
  }

  mutating func whole(_ limit: Int) throws -> [UInt8] {
    guard input.size <= limit else { throw ScanStop.limit }
    return try input.bytes(0, input.size)
  }
}
