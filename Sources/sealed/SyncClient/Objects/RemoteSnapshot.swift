// SPDX-License-Identifier: Apache-2.0
public import Remote

/// What was fetched of a vault from a server, under the names that it has in a folder: so one piece of code reads
/// and judges both.
public struct RemoteSnapshot: ObjectSource, Sendable {
  private var names = ObjectListing()
  private var objects: [ObjectName: [UInt8]] = [:]

  /// The server shows nothing else to this device: what is not here says nothing.
  public var holdsBootsOnly = false

  /// Of segments and chunks, in bytes.
  public private(set) var size = 0

  public init() {}

  /// The heads that the server showed, each as one object.
  public mutating func add(_ heads: RemoteHeads) {
    names.boots.formUnion(heads.boots)
    for log in heads.logs { addHead(of: log.log, size: log.size, log.checkpoint) }
  }

  public mutating func addHead(of log: LogID, size: UInt64, _ checkpoint: [UInt8]) {
    let name = ObjectName.head(log, size: size)
    guard size > 0, objects[name] == nil else { return }
    objects[name] = checkpoint
    names.logs[log, default: ObjectListing.Log()].heads.append(size)
    names.logs[log]?.heads.sort()
  }

  public mutating func add(_ boot: [UInt8], as name: BootName) {
    names.boots.insert(name)
    objects[.boot(name)] = boot
  }

  public mutating func add(_ segment: [UInt8], as name: SegmentName, of log: LogID) {
    names.logs[log, default: ObjectListing.Log()].segments.insert(name)
    objects[.segment(log, name)] = segment
    size += segment.count
  }

  public mutating func add(_ chunk: [UInt8], as id: ChunkID) {
    objects[.chunk(id)] = chunk
    size += chunk.count
  }

  /// Chunks and segments go once they are in the vault; what is small stays, to be compared with.
  public mutating func forgetBytes() {
    objects = objects.filter { name, _ in
      switch name {
      case .head, .boot, .erasure: true
      case .segment, .chunk, .copyID: false
      }
    }
    size = 0
    for log in names.logs.keys { names.logs[log]?.segments = [] }
  }

  public func listing() -> ObjectListing { names }

  public func read(_ name: ObjectName, limit: Int) -> [UInt8]? {
    objects[name].flatMap { $0.count <= limit ? $0 : nil }
  }
}
