// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Sodium

/// Seals a payload as it is written (STREAM).
///
/// While the owner makes the next batch, the last one is sealed in the background; a batch is
/// written by the owner's own thread, in order, before the one after it begins to be sealed.
final class PayloadWriter {
  private let key: SecretBytes
  private let output: (UnsafeRawBufferPointer) throws -> Void
  private let queue = DispatchQueue(label: "age.seal")
  private var counter: ChunkCounter
  private var full: [[UInt8]] = []
  private var current: [UInt8] = []
  private var sealing: BackgroundWork<[[UInt8]]>?

  init(
    key: SecretBytes, counter: ChunkCounter = ChunkCounter(),
    output: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.key = key
    self.counter = counter
    self.output = output
    current.reserveCapacity(AgeV1.chunkCount)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // A full chunk is let go only when something follows it, for it may be the final one.
      if current.count == AgeV1.chunkCount { try advance() }
      let part = rest.prefix(AgeV1.chunkCount - current.count)
      current.append(contentsOf: UnsafeRawBufferPointer(rebasing: part))
      rest = rest.dropFirst(part.count)
    }
  }

  func finish() throws {
    full.append(current)
    current = []
    try submit(endsPayload: true)
    try drain()
  }

  private func advance() throws {
    full.append(current)
    current = []
    current.reserveCapacity(AgeV1.chunkCount)
    if full.count == AgeV1.chunksPerBatch { try submit(endsPayload: false) }
  }

  private func submit(endsPayload: Bool) throws {
    let batch = PlainBatch(first: counter, chunks: full, endsPayload: endsPayload)
    counter = try counter.advanced(by: full.count)
    full = []
    let previous = try sealing?.wait()
    sealing = BackgroundWork(on: queue) { [key] in try batch.seal(key: key) }
    try emit(previous ?? [])
  }

  private func drain() throws {
    let last = try sealing?.wait()
    sealing = nil
    try emit(last ?? [])
  }

  private func emit(_ chunks: [[UInt8]]) throws {
    for chunk in chunks { try chunk.withUnsafeBytes(output) }
  }
}
