// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing
import TransparencyLog

@Suite("Appending to a log")
struct AppendTests {
  private let scene: ServerScene
  private let vault: SampleVault
  private let device: SampleDevice
  private var log: SampleLog

  init() async throws {
    scene = try ServerScene()
    (vault, device) = try await scene.makeVault()
    log = try SampleLog(of: device)
    try log.add(20)
    _ = try await scene.push(log, from: 0, to: 10)
  }

  private func put(_ segments: [Segment]) async throws {
    for segment in segments {
      let bytes = segment.encoded
      let id = ChunkID(ofSealed: bytes)
      _ = try await scene.ask(device, .putBlob(vault.id, .segments, id), bytes)
    }
  }

  private func append(_ message: LogAppend, to id: LogID? = nil) async throws -> WireResponse {
    try await scene.ask(device, .append(vault.id, id ?? log.id), message.encoded())
  }

  private func message(
    from: UInt64 = 10, checkpoint: [UInt8]? = nil, _ segments: [Segment]
  ) throws -> LogAppend {
    LogAppend(
      from: from, checkpoint: try checkpoint ?? log.checkpoint(),
      segments: segments.map(SegmentReference.init))
  }

  /// Nothing that a refused append did is left.
  private func refused(
    _ message: LogAppend, to id: LogID? = nil, as code: ProblemDocument.Code
  ) async throws {
    let before = try await scene.dump()
    #expect(try await append(message, to: id).problem == code)
    #expect(try await scene.dump() == before)
  }

  @Test("refuses a gap, an overlap, an end elsewhere, and nothing at all")
  func chains() async throws {
    let segments = try log.segments(from: 10, each: 3)
    try await put(segments)
    try await refused(message([segments[0], segments[2], segments[3]]), as: .refused)
    try await refused(message([segments[0], segments[0]] + segments[1...]), as: .refused)
    try await refused(message(Array(segments.dropFirst())), as: .refused)
    try await refused(message(Array(segments.dropLast())), as: .refused)
    try await refused(message([]), as: .refused)
    #expect(try await append(message(segments)).status == .ok)
  }

  @Test("what does not go on from what is there is a conflict, before anything is read")
  func from() async throws {
    let segments = try log.segments(from: 12)
    try await put(segments)
    try await refused(message(from: 12, segments), as: .conflict)
    try await refused(message(from: 5, segments), as: .conflict)
  }

  @Test("a segment that was not put is a conflict, one of another log is refused")
  func segments() async throws {
    try await refused(message(log.segments(from: 10)), as: .conflict)
    var other = try SampleLog("other", of: device)
    try other.add(20)
    let foreign = try other.segments(from: 10)
    try await put(foreign)
    try await refused(message(foreign), as: .refused)
    // Under the name of other places.
    let segments = try log.segments(from: 10, each: 5)
    try await put(segments)
    let lying = LogAppend(
      from: 10, checkpoint: try log.checkpoint(),
      segments: [
        SegmentReference(name: segments[0].name, id: ChunkID(ofSealed: segments[1].encoded)),
        SegmentReference(segments[1]),
      ])
    try await refused(lying, as: .refused)
  }

  @Test("another history is a fork, shorter, as long or longer")
  func forks() async throws {
    var fork = try SampleLog(of: device)
    try fork.add(5)
    try fork.add(20, seed: "fork")
    for size in [UInt64(7), 10, 25] {
      let segments = try fork.segments(from: 10)
      try await put(segments)
      try await refused(message(checkpoint: fork.checkpoint(at: size), segments), as: .fork)
    }
  }

  @Test("the same again, and what was there before, are success")
  func repeats() async throws {
    let state = try await append(message(from: 0, checkpoint: log.checkpoint(at: 10), []))
    #expect(try LogState(encoded: state.body).size == 10)
    scene.clock.advance(50)
    let before = try await scene.dump()
    for size in [UInt64(10), 7, 1] {
      let again = try await append(message(from: 0, checkpoint: log.checkpoint(at: size), []))
      #expect(again == state)
    }
    #expect(try await scene.dump() == before)
  }

  @Test("only the log's own device's signature counts, and only it is kept")
  func signatures() async throws {
    let segments = try log.segments(from: 10)
    try await put(segments)
    let second = try vault.device("second")
    try await refused(message(checkpoint: log.checkpoint(by: second), segments), as: .refused)
    var theirs = try SampleLog(of: second)
    try theirs.add(20)
    try await refused(message(checkpoint: theirs.checkpoint(), segments), as: .refused)
    try await refused(message(checkpoint: Array("x\n".utf8), segments), as: .refused)
    try await refused(
      message(checkpoint: [UInt8](repeating: 0x41, count: 20_000), segments), as: .tooLarge)
    try await refused(message(segments), to: try SampleLog("other", of: device).id, as: .refused)
    let honest = try SignedCheckpoint(parsing: log.checkpoint())
    let noted = try honest.adding(
      CosignatureSigner(name: "elsewhere", key: SampleVault.key("elsewhere")).cosign(honest, at: 1))
    let answer = try await append(message(checkpoint: noted.encoded, segments))
    let stored = try SignedNote(parsing: LogState(encoded: answer.body).checkpoint)
    #expect(stored.signatures.count == 2 && !stored.signatures.map(\.name).contains("elsewhere"))
  }

  @Test("another device does not take a log's id for its own")
  func takenLog() async throws {
    let second = try vault.device("second")
    let boot = try vault.boot(2, devices: ["first", "second"], previous: [vault.boot()])
    _ = try await scene.ask(device, .putBoot(vault.id, boot.bootName(2)), boot.encoded)
    var theirs = try SampleLog(of: second)
    try theirs.add(20)
    #expect(try await scene.push(theirs, from: 10).problem == .notYours)
    // What one device wrote, another one pushes.
    #expect(try await scene.push(log, from: 10, by: second).status == .ok)
  }

  @Test("beyond a revocation nothing is taken, and another history at its end is a fork")
  func revoked() async throws {
    let second = try vault.device("second")
    let boot = try vault.boot(
      2, devices: ["second"], revoked: ["first": [log.head(at: 15)]], previous: [vault.boot()])
    _ = try await scene.ask(device, .putBoot(vault.id, boot.bootName(2)), boot.encoded)
    #expect(try await scene.push(log, from: 10, by: device).problem == .revoked)
    #expect(try await scene.push(log, from: 10, to: 16, by: second).problem == .refused)
    var fork = try SampleLog(of: device)
    try fork.add(10)
    try fork.add(5, seed: "fork")
    #expect(try await scene.push(fork, from: 10, by: second).problem == .fork)
    #expect(try await scene.push(log, from: 10, to: 15, by: second).status == .ok)
    var unnamed = try SampleLog("unnamed", of: device)
    try unnamed.add(1)
    #expect(try await scene.push(unnamed, from: 0, by: second).problem == .refused)
  }

  @Test("of racing appends every one is answered, and the log is one of their histories")
  func races() async throws {
    let (log, scene) = (log, scene)
    let answers = try await withThrowingTaskGroup(of: WireResponse.self) { group in
      for end in UInt64(11)...20 {
        group.addTask { try await scene.push(log, from: 10, to: end) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.contains { $0.status == .ok })
    #expect(answers.allSatisfy { [nil, .conflict].contains($0.problem) })
    #expect(try await StoreCheck(storage: scene.storage).run().isClean)
    let state = try LogState(
      encoded: try await scene.ask(device, .log(vault.id, log.id, from: 0)).body)
    let signed = try SignedCheckpoint(parsing: state.checkpoint)
    #expect(signed.checkpoint.root == log.root(at: state.size))
  }

  @Test("a log that is not there is not found, and beyond its end there is nothing")
  func reading() async throws {
    let other = try SampleLog("other", of: device)
    #expect(try await scene.ask(device, .log(vault.id, other.id, from: 0)).problem == .notFound)
    let beyond = try await scene.ask(device, .log(vault.id, log.id, from: 99))
    #expect(try LogState(encoded: beyond.body).segments.isEmpty)
  }

  @Test("a segment of places that the log has already is not stored again")
  func settled() async throws {
    let bytes = try log.segments(from: 0, to: 3)[0].encoded
    let before = try await scene.dump()
    let endpoint = Endpoint.putBlob(vault.id, .segments, ChunkID(ofSealed: bytes))
    #expect(try await scene.ask(device, endpoint, bytes).status == .ok)
    #expect(try await scene.dump() == before)
  }
}
