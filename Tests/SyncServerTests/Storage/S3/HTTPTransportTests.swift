// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Sodium
import SyncServer
import Synchronization
import TestSupport
import Testing

@testable import SyncServerS3

/// The store's client against a server that is none.
@Suite("The network to an S3 store")
struct HTTPTransportTests {
  private func storage(port: Int) throws -> S3Storage {
    var configuration = try S3Configuration(
      endpoint: "http://127.0.0.1:\(port)", bucket: "bucket", accessKey: "key",
      secretKey: SecretBytes(copying: [1, 2, 3]))
    configuration.retries.attempts = 2
    let environment = S3Environment(
      now: { 1_369_353_600 }, random: SeededRandom(seed: "network"), wait: { _ in })
    return S3Storage(configuration, environment: environment)
  }

  @Test("follows no redirect, and reads no more than any answer has")
  func hostile() async throws {
    let asked = Mutex<[String]>([])
    let router = Router()
    router.get("/bucket/moved") { _, _ in
      Response(status: .temporaryRedirect, headers: [.location: "/bucket/there"])
    }
    router.get("/bucket/there") { request, _ in
      asked.withLock { $0.append(request.uri.path) }
      return Response(
        status: .ok, headers: [.eTag: "\"1\""], body: .init(byteBuffer: ByteBuffer(bytes: [1])))
    }
    router.get("/bucket/large") { _, _ in
      Response(
        status: .ok, headers: [.eTag: "\"1\""],
        body: .init { writer in
          // Without end, and without a length.
          for _ in 0..<4096 { try await writer.write(ByteBuffer(repeating: 7, count: 1 << 16)) }
          try await writer.finish(nil)
        })
    }
    try await Application(router: router).test(.live) { client in
      let storage = try storage(port: #require(client.port))
      for (name, error) in [("moved", StorageError.denied), ("large", .damaged)] {
        let key = try #require(ObjectKey(name))
        await #expect(throws: error, "\(name)") { try await storage.get(key) }
      }
      #expect(asked.withLock { $0 } == [])
      #expect(try await storage.get(#require(ObjectKey("there")))?.bytes == [1])
    }
  }

  @Test("nobody there is unavailable")
  func nobody() async throws {
    // Port 1 needs rights to be listened on, and nobody does.
    let storage = try storage(port: 1)
    let key = try #require(ObjectKey("a"))
    await #expect(throws: StorageError.unavailable) { try await storage.putIfAbsent(key, [1]) }
    await #expect(throws: StorageError.unavailable) { try await storage.get(key) }
  }
}
