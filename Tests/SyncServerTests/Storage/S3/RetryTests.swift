// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import SyncServer
import Testing

@testable import SyncServerS3

/// What an answer, or none, is taken for.
@Suite("Answers of an S3 store")
struct RetryTests {
  typealias Script = ScriptedTransport
  let key: ObjectKey
  let version = ObjectVersion("\"old\"")

  init() throws { key = try #require(ObjectKey("a/b")) }

  private func put(_ steps: [Script.Step]) async throws -> ObjectVersion? {
    let store = ScriptedStore(steps)
    let result = try await store.storage().putIfAbsent(key, [1, 2])
    #expect(store.transport.left == 0)
    return result
  }

  private func replace(_ steps: [Script.Step]) async throws -> ObjectVersion? {
    let store = ScriptedStore(steps)
    let result = try await store.storage().replace(key, [1, 2], ifMatch: version)
    #expect(store.transport.left == 0)
    return result
  }

  @Test("a refusal at once is a refusal, and nothing is read back")
  func refused() async throws {
    #expect(try await put([Script.error(412, "PreconditionFailed")]) == nil)
    #expect(try await replace([Script.error(412, "PreconditionFailed")]) == nil)
    #expect(try await replace([Script.error(404, "NoSuchKey")]) == nil)
  }

  @Test(
    "a refusal after a lost answer is success if our bytes stand there",
    arguments: [
      Script.Step.lost, .answer(500), .answer(503), .answer(429), .answer(408), .answer(502),
    ])
  func lostAnswer(_ first: Script.Step) async throws {
    let refusal = Script.error(412, "PreconditionFailed")
    #expect(try await put([first, refusal, .object([1, 2])]) == ObjectVersion("\"1\""))
    #expect(try await replace([first, refusal, .object([1, 2])]) == ObjectVersion("\"1\""))
    #expect(try await put([first, refusal, .object([1, 3])]) == nil, "somebody else's")
    #expect(try await replace([first, refusal, .object([1, 3])]) == nil)
    let gone = Script.error(404, "NoSuchKey")
    #expect(try await put([first, refusal, gone]) == nil, "and deleted since")
    #expect(try await replace([first, gone, gone]) == nil)
    #expect(try await put([first, Script.written]) == ObjectVersion("\"new\""))
  }

  @Test("a conflict is asked again, and then refused is refused")
  func conflict() async throws {
    let conflict = Script.error(409, "ConditionalRequestConflict")
    #expect(try await put([conflict, conflict, Script.written]) == ObjectVersion("\"new\""))
    #expect(try await put([conflict, Script.error(412, "PreconditionFailed")]) == nil)
  }

  @Test(
    "asks so often, waits in between, each time up to twice as long, and says that it is unavailable"
  )
  func bounded() async throws {
    let store = ScriptedStore([.lost, .answer(503), .lost, .answer(500)])
    let storage = try store.storage()
    await #expect(throws: StorageError.unavailable) { try await storage.putIfAbsent(key, [1]) }
    #expect(store.transport.left == 0)
    let waits = store.waits.withLock { $0 }
    #expect(waits.count == 3)
    for (wait, limit) in zip(waits, [100, 200, 400]) {
      #expect(wait >= .zero && wait < .milliseconds(limit))
    }
    #expect(Set(waits).count == 3)
  }

  @Test(
    "what will not get better is not asked again",
    arguments: [
      (403, "AccessDenied", StorageError.denied), (403, "SignatureDoesNotMatch", .denied),
      (404, "NoSuchBucket", .denied), (301, "PermanentRedirect", .denied), (307, "", .denied),
      (501, "NotImplemented", .denied), (400, "InvalidRequest", .denied), (401, "", .denied),
      (507, "InsufficientStorage", .full), (403, "QuotaExceeded", .full), (413, "", .tooLarge),
      (400, "EntityTooLarge", .tooLarge),
    ])
  func final(_ status: Int, _ code: String, _ expected: StorageError) async throws {
    for verb in 0..<5 {
      let store = ScriptedStore([Script.error(status, code)])
      let storage = try store.storage()
      await #expect(throws: expected, "\(verb)") {
        switch verb {
        case 0: _ = try await storage.putIfAbsent(key, [1])
        case 1: _ = try await storage.replace(key, [1], ifMatch: version)
        case 2: _ = try await storage.get(key)
        case 3: _ = try await storage.list(prefix: "", after: nil, limit: 1)
        default: try await storage.delete(key)
        }
      }
      #expect(store.transport.requests.count == 1)
    }
  }

  @Test("something in between that answers 404 does not make objects absent")
  func proxy() async throws {
    let page = Script.Step.answer(404, ["content-type": "text/html"], "<html>not found</html>")
    let store = ScriptedStore([page, page, page, page, page, .object([7])])
    let storage = try store.storage()
    await #expect(throws: StorageError.unavailable) { try await storage.get(key) }
    #expect(try await storage.get(key)?.bytes == [7])
  }

  @Test("bytes that are not what was written are asked for again, then named")
  func damaged() async throws {
    let digest = String(repeating: "0", count: 64)
    let bad = Script.Step.object([1], headers: [S3Storage.digestHeader: digest])
    let short = Script.Step.object([1], headers: ["content-length": "2"])
    for step in [bad, short] {
      let store = ScriptedStore([step, .object([1]), step, step, step, step])
      let storage = try store.storage()
      #expect(try await storage.get(key)?.bytes == [1])
      await #expect(throws: StorageError.damaged) { try await storage.get(key) }
      #expect(store.transport.left == 0)
    }
    for tag in ["", "*", "\"\"", "\"a\", \"b\"", "W/\"a\"", "\"a\r\nx: y\""] {
      let store = ScriptedStore([.object([1], headers: ["etag": tag]), .answer(200, ["etag": tag])])
      let storage = try store.storage()
      await #expect(throws: StorageError.damaged) { try await storage.get(key) }
      await #expect(throws: StorageError.damaged) { try await storage.putIfAbsent(key, [1]) }
    }
  }

  @Test("deleting what is gone is no error, and is asked again when the answer is lost")
  func deletes() async throws {
    let store = ScriptedStore([
      .answer(204), .lost, Script.error(404, "NoSuchKey"), .answer(503), .answer(200),
    ])
    let storage = try store.storage()
    for _ in 0..<3 { try await storage.delete(key) }
    #expect(store.transport.left == 0)
  }

  @Test("a task that was cancelled does not go on asking")
  func cancelled() async throws {
    let store = ScriptedStore([.lost])
    let storage = try store.storage()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await storage.get(key)
    }
    await #expect(throws: StorageError.unavailable) { try await task.value }
    #expect(store.transport.left == 0)
  }

  @Test("a store that ignores conditions is found out")
  func unfit() async throws {
    let first = ScriptedStore([Script.written, Script.written, .answer(204)])
    await #expect(throws: S3UnfitError.ignoresIfNoneMatch) {
      try await first.storage().confirmConditions()
    }
    let refusal = Script.error(412, "PreconditionFailed")
    let second = ScriptedStore([
      Script.written, refusal, Script.written, Script.written, .answer(204),
    ])
    await #expect(throws: S3UnfitError.ignoresIfMatch) {
      try await second.storage().confirmConditions()
    }
    #expect(first.transport.left == 0 && second.transport.left == 0)
  }
}
