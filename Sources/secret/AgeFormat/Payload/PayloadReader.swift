// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Sodium

/// Opens a payload as it is pulled (STREAM); gives only what is authentic and in order.
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
  /// The batch whose plaintext is being given, and how much of it was.
  private var ready = SealedBatch()
  private var position = 0
  private var opening: BackgroundWork<SealedBatch>?
  private var sourceState = State.reading
  private var state = State.reading

  init(source: any ByteSource, key: SecretBytes, counter: ChunkCounter = ChunkCounter()) {
    self.source = source
    self.key = key
    self.counter = counter
  }

  /// Lends the next plaintext, at least one byte and at most `limit`; `nil` at the authenticated end.
  /// Having thrown, throws the same again.
  func withNext<Result>(
    limit: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result? {
    while position == ready.count {
      switch state {
      case .reading: advance()
      case .finished: return nil
      case .failed(let error): throw error
      }
    }
    let start = position
    position += min(limit, ready.count - start)
    let batch = ready
    return try batch.withPlaintext(from: start, limit: limit, body)
  }

  /// Makes one more batch ready, or changes the state.
  private func advance() {
    do {
      if opening == nil { try submit(pull(into: SealedBatch())) }
      // What was ready is used up; its memory takes what comes next.
      let next = pull(into: takeReady())
      guard let opened = try opening?.wait() else { return end() }
      opening = nil
      ready = opened
      try conclude(opened.ending, next: next)
    } catch {
      state = .failed(error)
    }
  }

  private func conclude(_ ending: SealedBatch.Ending, next: consuming SealedBatch) throws {
    switch (ending, next.isEmpty) {
    case (.more, false): try submit(next)
    case (.more, true): end()
    case (.final, true): state = sourceState
    case (.final, false), (.damaged, _): state = .failed(AgeError.payloadFailure)
    }
  }

  /// The source is at its end and no final chunk was seen.
  private func end() {
    if case .failed = sourceState {
      state = sourceState
    } else {
      state = .failed(AgeError.payloadFailure)
    }
  }

  private func takeReady() -> SealedBatch {
    position = 0
    let batch = ready
    ready = SealedBatch()
    return batch
  }

  private func submit(_ batch: consuming SealedBatch) throws {
    guard !batch.isEmpty else { return }
    let first = counter
    counter = try counter.advanced(by: batch.chunkCount)
    opening = BackgroundWork(on: queue, batch) { [key] batch in
      try batch.open(key: key, first: first)
    }
  }

  /// Fills the batch with the next chunks of the source; none are left once it has ended.
  private func pull(into batch: consuming SealedBatch) -> SealedBatch {
    guard case .reading = sourceState else { return SealedBatch() }
    do {
      if try !batch.fill(from: source) { sourceState = .finished }
    } catch {
      sourceState = .failed(error)
    }
    return batch
  }
}
