// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote

/// Everything in `vault.sqlite` but records and chunks; small whatever the vault's size.
public struct StoredState: Sendable {
  public let vault: VaultID
  /// This device.
  public let device: DeviceID
  /// The log that is being written.
  public let log: LogID
  public let slot: [UInt8]
  public let keyRing: [UInt8]
  /// R, wrapped, while the kit is not confirmed.
  public let pendingRecovery: [UInt8]?
  public let certificates: [DeviceID: RootSigned]
  public let bootRecords: [(hash: SHA256Digest, counter: Int64, record: RootSigned)]
  /// Ascending by id.
  public let logs: [StoredLog]

  public func log(_ id: LogID) -> StoredLog? { logs.first { $0.id == id } }
}

/// What one transaction writes, all or nothing.
public struct StoredChange: Sendable {
  /// Grows a log from `previousSize` (0 for a new one).
  public struct Growth: Sendable {
    public let log: StoredLog
    public let previousSize: UInt64
    public let records: [StoredRecord]

    public init(log: StoredLog, previousSize: UInt64, records: [StoredRecord]) {
      self.log = log
      self.previousSize = previousSize
      self.records = records
    }

    /// Whether the records lead from one size to the other without a gap.
    var isContiguous: Bool {
      previousSize <= log.size
        && records.map(\.sequence).elementsEqual(previousSize..<log.size)
    }
  }

  /// Logs that lose what stands from a size on, before they grow: of two histories of one, the other is kept.
  public var rewound: [(log: LogID, size: UInt64)] = []
  public var growths: [Growth] = []
  public var certificates: [DeviceID: RootSigned] = [:]
  public var bootRecords: [(counter: Int64, record: RootSigned)] = []
  /// Chunks that a record of this transaction refers to; their files are durable already.
  public var chunks: [(id: ChunkID, size: Int)] = []
  /// Records that become holes, and chunks that nothing refers to any more.
  public var holes: [(log: LogID, sequence: UInt64)] = []
  public var droppedChunks: [ChunkID] = []
  /// Sealed records for places that were not as they were written: a copy had them whole.
  public var filled: [(log: LogID, sequence: UInt64, sealed: [UInt8])] = []
  public var vault: VaultID?
  public var device: DeviceID?
  public var log: LogID?
  public var slot: [UInt8]?
  public var keyRing: [UInt8]?
  /// Signed heads to keep beside the current one of their log: those that a revocation names.
  public var heads: [(log: LogID, size: UInt64, checkpoint: [UInt8])] = []
  /// Orders to erase, to keep: they say why places are holes.
  public var orders: [(id: ErasureID, signed: RootSigned)] = []
  /// Sealed local state by name; `nil` removes it.
  public var local: [String: [UInt8]?] = [:]
  /// `.some(nil)` removes it.
  public var pendingRecovery: [UInt8]??

  public init() {}

  /// Whether there is nothing to write of what a synchronisation writes outside a log.
  public var isEmpty: Bool {
    growths.isEmpty && holes.isEmpty && droppedChunks.isEmpty && orders.isEmpty && local.isEmpty
  }
}
