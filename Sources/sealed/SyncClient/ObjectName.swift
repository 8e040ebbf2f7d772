// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import Sodium

/// The name of one object below `memo/<vault>/` (Sync.md §1). Always safe on a stick with FAT: lower case,
/// no character that a system reserves.
public enum ObjectName: Hashable, Sendable {
  case boot(BootName)
  case segment(LogID, SegmentName)
  case head(LogID, size: UInt64)
  case chunk(ChunkID)
  /// What names the copy itself.
  case copyID

  /// The folders it stands in, below the vault's, outermost first.
  var folders: [String] {
    switch self {
    case .boot: ["boot"]
    case .segment(let log, _), .head(let log, _): ["log", log.description]
    case .chunk(let id): ["chunk", String(id.description.prefix(2))]
    case .copyID: []
    }
  }

  var file: String {
    switch self {
    case .boot(let name): name.description
    case .segment(_, let name): name.description
    case .head(_, let size): Self.headPrefix + size.hexName
    case .chunk(let id): id.description
    case .copyID: "id"
    }
  }

  var path: String { (folders + [file]).joined(separator: "/") }

  static let headPrefix = "head-"
}

/// `<counter>-<hash of the body>`.
public struct BootName: Hashable, Sendable, CustomStringConvertible {
  public let counter: Int64
  public let hash: SHA256Digest

  public init(counter: Int64, hash: SHA256Digest) {
    self.counter = counter
    self.hash = hash
  }

  /// `nil` for any other name.
  init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = UInt64(hexName: parts[0]),
      let counter = Int64(exactly: number), counter > 0,
      let bytes = try? Base32.decode(parts[1]), let hash = SHA256Digest(bytes)
    else { return nil }
    self.init(counter: counter, hash: hash)
  }

  public var description: String {
    "\(UInt64(clamping: counter).hexName)-\(Base32.encode(hash.bytes))"
  }
}
