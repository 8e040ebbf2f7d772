// SPDX-License-Identifier: Apache-2.0
public import Remote

/// The name of one object below `memo/<vault>/` (Sync.md §1). Always safe on a stick with FAT: lower case,
/// no character that a system reserves.
public enum ObjectName: Hashable, Sendable {
  case boot(BootName)
  case segment(LogID, SegmentName)
  case head(LogID, size: UInt64)
  case chunk(ChunkID)
  /// An order to erase, which says why some places are holes.
  case erasure(ErasureID)
  /// What names the copy itself.
  case copyID

  /// The folders it stands in, below the vault's, outermost first.
  var folders: [String] {
    switch self {
    case .boot: ["boot"]
    case .segment(let log, _), .head(let log, _): ["log", log.description]
    case .chunk(let id): ["chunk", String(id.description.prefix(2))]
    case .erasure: ["erasure"]
    case .copyID: []
    }
  }

  var file: String {
    switch self {
    case .boot(let name): name.description
    case .segment(_, let name): name.description
    case .head(_, let size): Self.headPrefix + size.hexName
    case .chunk(let id): id.description
    case .erasure(let id): id.description
    case .copyID: "id"
    }
  }

  var path: String { (folders + [file]).joined(separator: "/") }

  static let headPrefix = "head-"
}
