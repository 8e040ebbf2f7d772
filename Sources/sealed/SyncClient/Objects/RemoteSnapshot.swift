// SPDX-License-Identifier: Apache-2.0
public import Remote

/// What was fetched of a vault from a server, under the names that it has in a folder: so one piece of code reads
/// and judges both.
public struct RemoteSnapshot: ObjectSource, Sendable {
  private var names = ObjectListing()
  private var objects: [ObjectName: [UInt8]] = [:]

  /// The server shows nothing else to this device: what is not here says nothing.
  public var holdsBootsOnly = false

  /// Of boot records, segments and chunks, in bytes.
  public private(set) var size = 0

  public var holdsSegments: Bool { names.logs.values.contains { !$0.segments.isEmpty } }

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
    put(boot, as: .boot(name))
  }

  public mutating func add(_ segment: [UInt8], as name: SegmentName, of log: LogID) {
    names.logs[log, default: ObjectListing.Log()].segments.insert(name)
    put(segment, as: .segment(log, name))
  }

  public mutating func add(_ chunk: [UInt8], as id: ChunkID) { put(chunk, as: .chunk(id)) }

  private mutating func put(_ bytes: [UInt8], as name: ObjectName) {
    size += bytes.count - (objects.updateValue(bytes, forKey: name)?.count ?? 0)
  }

  /// Chunks and segments go once they are in the vault; what is small stays, to be compared with.
  public mutating func forgetBytes() {
    objects = objects.filter { name, _ in
      switch name {
      case .head, .boot, .erasure: true
      case .segment, .chunk, .copyID: false
      }
    }
    size = objects.reduce(0) { size, object in
      if case .boot = object.key { size + object.value.count } else { size }
    }
    for log in names.logs.keys { names.logs[log]?.segments = [] }
  }

  public func listing() -> ObjectListing { names }

  public func read(_ name: ObjectName, limit: Int) -> [UInt8]? {
    objects[name].flatMap { $0.count <= limit ? $0 : nil }
  }
}
