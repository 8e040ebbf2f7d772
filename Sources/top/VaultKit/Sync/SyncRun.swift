// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import SyncClient

/// Runs a machine against a server: sends what it says, side by side, and keeps the bytes that come.
struct SyncRun {
  let party: any SyncParty
  let connection: ServerConnection
  /// Objects that came or went so far.
  let progress: @Sendable (Int) -> Void
  /// Bytes held at most before they are taken in.
  let limit: Int
  private var machine: SyncMachine
  private(set) var report = SyncReport()
  private var snapshot = RemoteSnapshot()
  private var kept: [ChunkID] = []
  private var erasures: ErasureList?
  private var count = 0
  private var mayReadAgain = true
  /// Chunks written between two times that their names are made durable.
  private static var batch: Int { 64 }

  init(
    _ party: any SyncParty, _ connection: ServerConnection, _ machine: SyncMachine,
    limit: Int, progress: @escaping @Sendable (Int) -> Void
  ) {
    self.party = party
    self.connection = connection
    self.machine = machine
    self.limit = limit
    self.progress = progress
  }

  /// What a call brought: its answer, and bytes to keep.
  private struct Arrival: Sendable {
    let event: SyncEvent
    var bytes: [UInt8] = []
    /// In bytes, of what went out.
    var sent = 0
  }

  /// - Throws: what the party throws; what the server does is in the report.
  mutating func run() async throws -> SyncReport {
    var actions = machine.start()
    // Moved out and back: a group cannot reach into `self`.
    var run = self
    try await withThrowingTaskGroup(of: Arrival.self) { group in
      loop: while true {
        var next: [SyncAction] = []
        for action in actions {
          switch action {
          case .call(let call):
            let request = try await run.request(for: call)
            let connection = run.connection
            group.addTask { await Self.perform(call, request, connection) }
          case .pause(let milliseconds):
            let connection = run.connection
            group.addTask {
              await connection.pause(milliseconds: milliseconds)
              return Arrival(event: .resumed)
            }
          case .survey:
            let lists = run.snapshot.holdsSegments ? try await run.party.survey(run.snapshot) : []
            next += run.machine.handle(.surveyed(lists))
          case .takeIn:
            let plan = try await run.party.takeIn(
              run.snapshot, mayReadAgain: run.mayReadAgain, &run.report)
            run.mayReadAgain = false
            run.snapshot.forgetBytes()
            try await run.takeErasures()
            next += run.machine.handle(.taken(plan))
          case .finish: break loop
          }
        }
        actions = next
        if actions.isEmpty {
          guard let arrival = try await group.next() else { break }
          try await run.take(arrival)
          guard run.snapshot.size <= run.limit else {
            run.report.found(.serverAnswer, "size")
            run.machine.giveUp(.unexpected)
            break loop
          }
          actions = run.machine.handle(arrival.event)
        }
      }
      group.cancelAll()
    }
    try await run.settle()
    run.report.surrender = run.machine.surrender
    run.nameFailures()
    let lacked = run.lackedChunks
    if !lacked.isEmpty {
      try await run.party.lacks(lacked)
    } else if run.report.surrender == nil, run.machine.isSureOfChunks {
      try await run.party.chunksAreThere()
    }
    self = run
    return report
  }

  // MARK: Requests

  private struct Request: Sendable {
    var endpoint: Endpoint?
    var body: [UInt8] = []
  }

  /// An endpoint, unless what is to be sent is not here as it was written.
  private mutating func request(for call: SyncCall) async throws -> Request {
    let vault = party.vault
    switch call {
    case .heads: return Request(endpoint: .heads(vault))
    case .boots: return Request(endpoint: .bootNames(vault))
    case .getBoot(let name): return Request(endpoint: .getBoot(vault, name))
    case .log(let log, let from): return Request(endpoint: .log(vault, log, from: from))
    case .getSegment(_, let reference):
      return Request(endpoint: .getBlob(vault, .segments, reference.id))
    case .getChunk(let id): return Request(endpoint: .getBlob(vault, .chunks, id))
    case .erasures: return Request(endpoint: .erasures(vault))
    case .missing(let kind, let ids):
      return Request(endpoint: .missing(vault, kind), body: try BlobList(ids).encoded())
    case .putChunk(let id):
      let bytes = try await party.chunk(id)
      return Request(endpoint: bytes.map { _ in .putBlob(vault, .chunks, id) }, body: bytes ?? [])
    case .putSegment(let log, let reference):
      let bytes = try await party.segment(reference, of: log)
      return Request(
        endpoint: bytes.map { _ in .putBlob(vault, .segments, reference.id) }, body: bytes ?? [])
    case .putBoot(let name):
      let bytes = try await party.boot(name)
      return Request(endpoint: bytes.map { _ in .putBoot(vault, name) }, body: bytes ?? [])
    case .append(let log):
      let append = try await party.append(to: log)
      return Request(
        endpoint: append.map { _ in .append(vault, log) }, body: try append?.encoded() ?? [])
    }
  }

  private static func perform(
    _ call: SyncCall, _ request: Request, _ connection: ServerConnection
  ) async -> Arrival {
    guard let endpoint = request.endpoint, let vault = endpoint.vault else {
      return Arrival(event: .failed(call, .missingHere))
    }
    do {
      switch call {
      case .heads:
        let heads = try await connection.ask(endpoint, as: RemoteHeads.self)
        return Arrival(event: .answered(call, .heads(heads)))
      case .boots:
        let list = try await connection.ask(endpoint, as: BootList.self)
        return Arrival(event: .answered(call, .boots(list.boots)))
      case .log:
        let state = try await connection.ask(endpoint, as: LogState.self)
        return Arrival(event: .answered(call, .log(state)))
      case .append:
        let state = try await connection.ask(endpoint, body: request.body, as: LogState.self)
        return Arrival(event: .answered(call, .log(state)), sent: request.body.count)
      case .missing:
        let list = try await connection.ask(endpoint, body: request.body, as: BlobList.self)
        return Arrival(event: .answered(call, .missing(list.ids)))
      case .erasures:
        let bytes = try await connection.send(endpoint)
        return Arrival(event: .answered(call, .done), bytes: bytes)
      case .getBoot(let name):
        let bytes = try await connection.boot(vault, name)
        return Arrival(event: .answered(call, .done), bytes: bytes)
      case .getSegment(_, let reference):
        let bytes = try await connection.blob(vault, .segments, reference.id)
        return Arrival(event: .answered(call, .done), bytes: bytes)
      case .getChunk(let id):
        let bytes = try await connection.blob(vault, .chunks, id)
        return Arrival(event: .answered(call, .done), bytes: bytes)
      case .putChunk, .putSegment, .putBoot:
        // A portal answers 200 as well, with a page.
        guard try await connection.send(endpoint, body: request.body).isEmpty else {
          return Arrival(event: .failed(call, .unexpected))
        }
        return Arrival(event: .answered(call, .done), sent: request.body.count)
      }
    } catch {
      return Arrival(event: .failed(call, error))
    }
  }

  // MARK: Answers

  private mutating func take(_ arrival: Arrival) async throws {
    guard case .answered(let call, let answer) = arrival.event else { return }
    count += 1
    progress(count)
    switch (call, answer) {
    case (.heads, .heads(let heads)):
      mayReadAgain = true
      snapshot.add(heads)
      try await addKnown(heads.boots)
    case (.boots, .boots(let names)):
      snapshot.holdsBootsOnly = true
      try await addKnown(names)
    case (.log(let log, _), .log(let state)):
      guard isConsistent(state, of: log) else { return report.found(.serverAnswer, "\(log)") }
      snapshot.addHead(of: log, size: state.size, state.checkpoint)
    case (.append(let log), .log(let state)):
      report.pushed += 1
      report.bytes += UInt64(arrival.sent)
      try await party.appended(state, to: log, &report)
    case (.getBoot(let name), _): snapshot.add(arrival.bytes, as: name)
    case (.getSegment(let log, let reference), _):
      snapshot.add(arrival.bytes, as: reference.name, of: log)
    case (.getChunk(let id), _): try await keep(arrival.bytes, as: id)
    case (.erasures, _):
      guard let list = try? ErasureList(encoded: arrival.bytes) else {
        return report.found(.serverAnswer, "erasures")
      }
      erasures = list
    case (.putBoot(let name), _):
      report.pushed += 1
      report.bytes += UInt64(arrival.sent)
      try await party.put(name)
    case (.putChunk, _), (.putSegment, _):
      report.pushed += 1
      report.bytes += UInt64(arrival.sent)
    default: break
    }
  }

  /// After the logs, because those can say that an order was stopped.
  private mutating func takeErasures() async throws {
    guard !snapshot.holdsBootsOnly, erasures != nil || machine.heads?.erasures == 0 else { return }
    let words = try await party.take(erasures ?? ErasureList([]), &report)
    for (endpoint, body) in words {
      do {
        _ = try await connection.send(endpoint, body: body)
        report.pushed += 1
      } catch {
        report.found(.serverRefused, "erasures")
      }
    }
  }

  private mutating func addKnown(_ names: [BootName]) async throws {
    for name in names {
      if let bytes = try await party.boot(name) { snapshot.add(bytes, as: name) }
    }
  }

  /// A log may have gone on since the heads were shown; what was shown is still the same.
  private func isConsistent(_ state: LogState, of log: LogID) -> Bool {
    guard let shown = machine.heads?.logs.first(where: { $0.log == log }) else { return true }
    guard state.device == shown.device, state.size >= shown.size else { return false }
    return state.size > shown.size || state.checkpoint == shown.checkpoint
  }

  /// Before everything is taken in, what lists others goes with it; after, a wanted chunk has its place.
  private mutating func keep(_ bytes: [UInt8], as id: ChunkID) async throws {
    guard machine.hasTakenIn else { return snapshot.add(bytes, as: id) }
    try await party.keep(bytes, as: id)
    kept.append(id)
    report.pulled += 1
    report.bytes += UInt64(bytes.count)
    if kept.count >= Self.batch { try await settle() }
  }

  private mutating func settle() async throws {
    if !kept.isEmpty { try await party.settle(kept) }
    kept = []
  }

  private var lackedChunks: [ChunkID] {
    machine.failures.compactMap { call, failure in
      switch call {
      case .getChunk(let id): failure == .refused(.notFound) || failure == .forged ? id : nil
      case .putChunk(let id): failure == .missingHere ? id : nil
      default: nil
      }
    }
  }

  private mutating func nameFailures() {
    if machine.surrender == .unexpected, snapshot.size <= limit {
      report.found(.serverAnswer, "heads")
    }
    for (call, failure) in machine.failures {
      switch call {
      case .getBoot(let name): report.found(.copyBootRecord, "\(name)")
      case .log(let log, _): report.found(.copySegment, "\(log)")
      case .getSegment(let log, let reference):
        report.found(.copySegment, "\(log)/\(reference.name.first)")
      case .getChunk(let id): report.found(.copyChunk, "\(id)")
      case .append(let log):
        report.found(Self.code(of: failure), "\(log)")
      case .putChunk(let id) where failure == .missingHere:
        report.found(.chunkMissing, "\(id)")
      default: report.found(Self.code(of: failure))
      }
    }
  }

  /// What a write that was not taken says of the server.
  private static func code(of failure: SyncFailure) -> Problem.Code {
    switch failure {
    case .refused(.fork): .copyFork
    case .unexpected, .forged: .serverAnswer
    default: .serverRefused
    }
  }
}
