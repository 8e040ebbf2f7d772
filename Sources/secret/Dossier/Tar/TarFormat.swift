// SPDX-License-Identifier: Apache-2.0

/// Sizes and spellings of POSIX.1-2017 pax, "ustar Interchange Format", and our limits on them.
enum TarFormat {
  static let block = 512
  static let magicAndVersion = Array("ustar\u{0}00".utf8)
  static let regularFile = UInt8(ascii: "0")
  static let paxHeader = UInt8(ascii: "x")
  static let paxName = "PaxHeaders/memo"
  static let mode: UInt64 = 0o644
  /// The first size that eleven octal digits cannot say: 8 GiB.
  static let ustarSizeLimit: UInt64 = 1 << 33

  static let largestEntry: UInt64 = 1 << 50
  static let largestPaxHeader: UInt64 = 4096
  static let mostEntries = 200_000
  /// Bounds the memory that names take; a dossier has six folders.
  static let mostFolders = 10_000
  /// Zeros allowed after the two end blocks: other writers fill records of 10,240 bytes.
  static let longestPadding = 2 * 10240

  /// Zeros between `size` bytes of content and the next block.
  static func padding(after size: UInt64) -> Int {
    let used = Int(size % UInt64(block))
    return used == 0 ? 0 : block - used
  }

  /// Seconds since 1970 as ustar can say them: neither negative nor beyond eleven octal digits.
  static func time(_ seconds: Int64) -> UInt64 {
    UInt64(min(max(0, seconds), Int64(ustarSizeLimit - 1)))
  }

  /// A field of the header block.
  struct Field {
    let offset: Int
    let count: Int
    var range: Range<Int> { offset..<offset + count }

    static let name = Field(offset: 0, count: 100)
    static let mode = Field(offset: 100, count: 8)
    static let owner = Field(offset: 108, count: 8)
    static let group = Field(offset: 116, count: 8)
    static let size = Field(offset: 124, count: 12)
    static let modified = Field(offset: 136, count: 12)
    static let checksum = Field(offset: 148, count: 8)
    static let typeFlag = Field(offset: 156, count: 1)
    static let linkName = Field(offset: 157, count: 100)
    static let magic = Field(offset: 257, count: 8)
    static let ownerNames = Field(offset: 265, count: 64)
    static let deviceMajor = Field(offset: 329, count: 8)
    static let deviceMinor = Field(offset: 337, count: 8)
    static let prefix = Field(offset: 345, count: 155)
    static let reserved = Field(offset: 500, count: 12)
  }
}
