// SPDX-License-Identifier: Apache-2.0
public import Remote

/// A synchronisation as a pure machine: events in, actions out. No clock, no randomness, no network and no vault of its
/// own, so that a simulation can drop, repeat, reorder and forge what it likes, and a seed repeats it.
///
/// It goes through ``Stage``s; each has calls that may run side by side. A call that fails for a reason that may pass
/// is tried again after a pause that grows; one that fails for good is noted, and the rest goes on.
public struct SyncMachine: Sendable {
  enum Stage: Int, Sendable {
    case heads, catalogue, segments, survey, lists, takeIn
    // A device that the server does not know yet may only read, and put the boot record that names it.
    case boots, wanted, askChunks, chunks, askSegments, putSegments, appends, finished
  }

  /// What the vault holds at the start.
  public struct Holdings: Sendable {
    public var boots: Set<BootName>
    public var logs: [LogID: UInt64]

    public init(boots: Set<BootName>, logs: [LogID: UInt64]) {
      self.boots = boots
      self.logs = logs
    }
  }

  /// Calls side by side.
  static let window = 4
  /// Boot records go one after the other, each taken for what the ones before it say; heads too, so that none is there
  /// before another one that it names.
  private var window: Int { stage == .boots || stage == .appends ? 1 : Self.window }
  /// Tries in a row that bring nothing, of all calls together, before the server counts as unreachable.
  static let patience = 6
  /// The same before it answered at all: most likely it is not there.
  static let firstPatience = 3
  /// Times that everything is read again because the server's state went on meanwhile.
  static let restarts = 3
  private static let firstPause: UInt64 = 500
  private static let longestPause: UInt64 = 30_000

  private let holdings: Holdings
  private let jitter: @Sendable (UInt64) -> UInt64
  private(set) var stage = Stage.heads
  private var queue: [SyncCall] = []
  private var inFlight: Set<SyncCall> = []
  private var later: [SyncCall] = []
  private var failuresInRow = 0
  private var hasAnswered = false
  private var restartsLeft = Self.restarts
  private var hasConflict = false
  private var hasReadAgain = false
  private var plan = PushPlan()
  private var lackedSegments: Set<ChunkID> = []
  /// The server says so; only boot records can tell whether it is true, and those it still gives.
  private var isSaidRevoked = false

  /// What failed for good.
  public private(set) var failures: [SyncCall: SyncFailure] = [:]
  /// Whether the server was given up, and why.
  public private(set) var surrender: SyncFailure?
  /// What the server showed last.
  public private(set) var heads: RemoteHeads?

  /// Whether what was fetched is in the vault already.
  public var hasTakenIn: Bool { stage.rawValue > Stage.takeIn.rawValue }

  /// - Parameter jitter: a number in `0...n`; randomness is the caller's.
  public init(_ holdings: Holdings, jitter: @escaping @Sendable (UInt64) -> UInt64) {
    self.holdings = holdings
    self.jitter = jitter
  }

  public mutating func start() -> [SyncAction] {
    queue = [.heads]
    return advance()
  }

  /// An answer to what was not asked, or came twice, changes nothing.
  public mutating func handle(_ event: SyncEvent) -> [SyncAction] {
    guard stage != .finished else { return [] }
    switch event {
    case .answered(let call, let answer):
      guard inFlight.remove(call) != nil else { return [] }
      failuresInRow = 0
      hasAnswered = true
      take(answer, to: call)
    case .failed(let call, let failure):
      guard inFlight.remove(call) != nil else { return [] }
      note(failure, of: call)
    case .resumed:
      queue += later
      later = []
    case .surveyed(let lists):
      guard stage == .survey else { return [] }
      found = lists.map { .getChunk($0) }
      enter(.lists)
    case .taken(let plan):
      guard stage == .takeIn else { return [] }
      if isSaidRevoked {
        giveUp(.refused(.revoked))
      } else if !plan.again.isEmpty, !hasReadAgain {
        hasReadAgain = true
        stage = .catalogue
        queue = plan.again.map { .log($0, from: 0) }
      } else {
        self.plan = plan
        enter(.boots)
      }
    }
    return advance()
  }

  // MARK: Answers

  private mutating func take(_ answer: SyncAnswer, to call: SyncCall) {
    switch (call, answer) {
    case (.heads, .heads(let heads)): self.heads = heads
    case (.boots, .boots(let names)):
      found += names.filter { !holdings.boots.contains($0) }.map { .getBoot($0) }
    case (.log(let log, let from), .log(let state)):
      guard Self.leads(state, from: from) else { return failures[call] = .unexpected }
      found += state.segments.filter { $0.name.end > from }.map { .getSegment(log, $0) }
    case (.missing(.chunks, let asked), .missing(let ids)):
      // What was not asked for may be nothing that there is.
      let lacked = Set(ids)
      found += asked.filter(lacked.contains).map { .putChunk($0) }
    case (.missing(.segments, _), .missing(let ids)): lackedSegments.formUnion(ids)
    default: break
    }
  }

  /// Calls of the next stage that an answer of this one brought.
  private var found: [SyncCall] = []

  private mutating func note(_ failure: SyncFailure, of call: SyncCall) {
    if case .refused = failure { hasAnswered = true }
    if failure.isTransient {
      failuresInRow += 1
      later.append(call)
      if failuresInRow >= (hasAnswered ? Self.patience : Self.firstPatience) { giveUp(failure) }
      return
    }
    failuresInRow = 0
    switch (failure, call) {
    case (.refused(.revoked), .heads):
      isSaidRevoked = true
      stage = .catalogue
      queue = [.boots]
    case (.refused(.conflict), .append), (.refused(.notFound), .getSegment):
      hasConflict = true
      if restartsLeft == 0 { failures[call] = failure }
    case (.refused(.quota), _), (.refused(.revoked), _), (.refused(.unknownDevice), _),
      (.refused(.badSignature), _), (_, .heads):
      giveUp(failure)
    default: failures[call] = failure
    }
  }

  /// Ends it: what is to be done now is nothing.
  public mutating func giveUp(_ failure: SyncFailure) {
    surrender = failure
    stage = .finished
  }

  // MARK: Stages

  private mutating func advance() -> [SyncAction] {
    while true {
      if stage == .finished { return [.finish] }
      if stage == .survey { return [.survey] }
      if stage == .takeIn { return [.takeIn] }
      var actions: [SyncAction] = []
      while inFlight.count < window, !queue.isEmpty {
        let call = queue.removeFirst()
        inFlight.insert(call)
        actions.append(.call(call))
      }
      if !actions.isEmpty || !inFlight.isEmpty { return actions }
      if !later.isEmpty { return [.pause(milliseconds: pause)] }
      if hasConflict, stage != .heads, restartsLeft > 0, stage == .appends || stage == .segments {
        restart()
        continue
      }
      enter(Stage(rawValue: stage.rawValue + 1) ?? .finished)
    }
  }

  private mutating func restart() {
    restartsLeft -= 1
    hasConflict = false
    hasReadAgain = false
    found = []
    stage = .heads
    queue = [.heads]
  }

  /// Full jitter: anything from nothing to a limit that doubles.
  private var pause: UInt64 {
    jitter(min(Self.longestPause, Self.firstPause << UInt64(failuresInRow)))
  }

  private mutating func enter(_ next: Stage) {
    stage = next
    switch next {
    case .heads, .survey, .takeIn, .finished: queue = []
    case .catalogue: queue = catalogue()
    case .segments, .lists, .chunks:
      queue = found
      found = []
    case .wanted: queue = plan.wanted.map { .getChunk($0) }
    case .askChunks: queue = Self.questions(.chunks, plan.chunks)
    case .askSegments:
      queue = Self.questions(.segments, plan.segments.values.flatMap { $0.map(\.id) })
    case .putSegments:
      queue = plan.segments.sorted { $0.key < $1.key }.flatMap { log, references in
        references.filter { lackedSegments.contains($0.id) }.map { .putSegment(log, $0) }
      }
    case .boots: queue = plan.boots.map { .putBoot($0) }
    case .appends: queue = plan.appends.filter(isWhole).map { .append($0) }
    }
  }

  /// What the heads say that there is and this vault does not have.
  private func catalogue() -> [SyncCall] {
    guard let heads else { return [] }
    let boots = heads.boots.filter { !holdings.boots.contains($0) }.map { SyncCall.getBoot($0) }
    let logs = heads.logs.filter { $0.size > holdings.logs[$0.log] ?? 0 }
      .map { SyncCall.log($0.log, from: holdings.logs[$0.log] ?? 0) }
    return boots + logs + (heads.erasures > 0 ? [.erasures] : [])
  }

  /// Whether segments lead from a place to the log's end, each going on where the one before ends: whatever else is
  /// named could be without end.
  private static func leads(_ state: LogState, from: UInt64) -> Bool {
    guard let first = state.segments.first, let last = state.segments.last else {
      return from >= state.size
    }
    return first.name.first <= from
      && zip(state.segments, state.segments.dropFirst()).allSatisfy { $0.name.end == $1.name.first }
      && (last.name.end == state.size || state.segments.count == Wire.listLimit)
  }

  /// A head goes out only after everything that it counts, as far as the server takes it: once the head is there,
  /// nobody asks for the rest again.
  private func isWhole(_ log: LogID) -> Bool {
    (plan.segments[log] ?? []).allSatisfy { failures[.putSegment(log, $0)] == nil }
      && isSureOfChunks
  }

  /// Whether the server answered, of each chunk that it was asked about or given, that it is there or is refused.
  public var isSureOfChunks: Bool {
    !failures.contains { call, failure in
      switch call {
      case .missing(.chunks, _), .putChunk: failure == .unexpected
      default: false
      }
    }
  }

  private static func questions(_ kind: BlobKind, _ ids: [ChunkID]) -> [SyncCall] {
    let unique = Array(Set(ids)).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return stride(from: 0, to: unique.count, by: 5000).map {
      .missing(kind, Array(unique[$0..<min($0 + 5000, unique.count)]))
    }
  }
}
