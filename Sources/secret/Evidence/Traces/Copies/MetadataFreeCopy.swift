// SPDX-License-Identifier: Apache-2.0

/// A copy of an image that shows the same and says nothing else.
public enum MetadataFreeCopy {
  /// Originals beyond it have no copy: both are in memory while one is made.
  public static let limit: UInt64 = 64 << 20

  /// Whether a copy of such a file may exist, by its first bytes.
  public static func isPossible(of beginning: [UInt8], size: UInt64) -> Bool {
    guard size <= limit else { return false }
    switch FileKind(beginning, mediaType: "") {
    case .jpeg, .png: return true
    default: return false
    }
  }

  /// The copy's bytes; `nil` when none can be made.
  ///
  /// It is scanned like any other file: one in which anything is found is not given out.
  public static func make(of original: [UInt8]) -> [UInt8]? {
    guard isPossible(of: Array(original.prefix(16)), size: UInt64(original.count)) else {
      return nil
    }
    let isJPEG = original.first == 0xFF
    guard let copy = try? isJPEG ? JPEGCopy.make(of: original) : PNGCopy.make(of: original),
      TraceScanner.scan(mediaType: "", copy).isEmpty
    else { return nil }
    return copy
  }
}
