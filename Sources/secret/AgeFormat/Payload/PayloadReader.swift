// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Sodium

/// Opens a payload as it is pulled (STREAM); gives only chunks that are authentic and in order.
///
/// One batch is opened in the background while the owner works on the one before it.
final class PayloadReader {
  private enum State {
    case reading
    case finished
    case failed(any Error)
  }

  private let source: any ByteSource
  private let key: SecretBytes
  private let queue = DispatchQueue(label: "age.open")
  private var counter: ChunkCounter
  private var opening: BackgroundWork<SealedBatch.Opened>?
  private var sourceEnd: State = .reading
  private var state: State = .reading
  private var ready: ArraySlice<[UInt8]> = []

  init(source: any ByteSource, key: SecretBytes, counter: ChunkCounter = ChunkCounter()) {
    self.source = source
    self.key = key
    self.counter = counter
  }

  /// The next chunk, not empty; `nil` at the authenticated end. Having thrown, throws the same again.
  func next() throws -> [UInt8]? {
    while true {
      if let chunk = ready.popFirst() {
        if !chunk.isEmpty { return chunk }
        continue
      }
      switch state {
      case .reading: advance()
      case .finished: return nil
      case .failed(let error): throw error
      }
    }
  }

  /// Makes one more batch ready, or changes the state.
  private func advance() {
    do {
      if opening == nil { submit(try pull()) }
      let next = try pull()
      guard let opened = try opening?.wait() else { return end() }
      opening = nil
      ready = opened.chunks[...]
      conclude(opened.ending, next: next)
    } catch {
      state = .failed(error)
    }
  }

  private func conclude(_ ending: SealedBatch.Opened.Ending, next: SealedBatch) {
    switch (ending, next.chunks.isEmpty) {
    case (.more, false): submit(next)
    case (.more, true): end()
    case (.final, true):
      state = sourceEnd
    case (.final, false), (.damaged, _): state = .failed(AgeError.payloadFailure)
    }
  }

  /// The source is at its end and no final chunk was seen.
  private func end() {
    if case .failed = sourceEnd {
      state = sourceEnd
    } else {
      state = .failed(AgeError.payloadFailure)
    }
  }

  private func submit(_ batch: SealedBatch) {
    guard !batch.chunks.isEmpty else { return }
    opening = BackgroundWork(on: queue) { [key] in try batch.open(key: key) }
  }

  /// The next chunks of the source. None are left once it has ended, and a part of a chunk before an
  /// error of the source is not a chunk.
  private func pull() throws -> SealedBatch {
    let first = counter
    var chunks: [[UInt8]] = []
    while case .reading = sourceEnd, chunks.count < AgeV1.chunksPerBatch {
      do {
        let chunk = try readChunk()
        if chunk.count < AgeV1.sealedChunkCount { sourceEnd = .finished }
        if !chunk.isEmpty { chunks.append(chunk) }
      } catch {
        sourceEnd = .failed(error)
      }
    }
    counter = try counter.advanced(by: chunks.count)
    return SealedBatch(first: first, chunks: chunks)
  }

  private func readChunk() throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: AgeV1.sealedChunkCount) { buffer, count in
      count = try source.readFully(
        into: UnsafeMutableRawBufferPointer(
          start: buffer.baseAddress, count: AgeV1.sealedChunkCount))
    }
  }
}
