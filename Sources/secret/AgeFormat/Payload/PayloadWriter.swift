// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Sodium

/// Seals a payload as it is written (STREAM).
///
/// While the owner makes the next batch, the last one is sealed in the background; a batch is
/// written by the owner's own thread, in order.
final class PayloadWriter {
  private let key: SecretBytes
  private let output: (UnsafeRawBufferPointer) throws -> Void
  private let queue = DispatchQueue(label: "age.seal")
  private var counter: ChunkCounter
  private var filling = PlainBatch()
  private var sealing: BackgroundWork<PlainBatch>?

  init(
    key: SecretBytes, counter: ChunkCounter = ChunkCounter(),
    output: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.key = key
    self.counter = counter
    self.output = output
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // A full batch is let go only when something follows it, for its last chunk may be the final
      // one, which must not be empty.
      if filling.isFull { try submit(endsPayload: false) }
      rest = rest.dropFirst(filling.append(rest))
    }
  }

  func finish() throws {
    try submit(endsPayload: true)
    try sealing?.wait().withSealedBytes(output)
    sealing = nil
  }

  private func submit(endsPayload: Bool) throws {
    let first = counter
    counter = try counter.advanced(by: filling.chunkCount)
    var previous = try sealing?.wait() ?? PlainBatch()
    let hasPrevious = sealing != nil
    swap(&previous, &filling)
    sealing = BackgroundWork(on: queue, previous) { [key] batch in
      try batch.seal(key: key, first: first, endsPayload: endsPayload)
    }
    if hasPrevious { try filling.withSealedBytes(output) }
    filling.removeAll()
  }
}
