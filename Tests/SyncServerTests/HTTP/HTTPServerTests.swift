// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Foundation
import Logging
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing

@Suite("The server on a socket", .timeLimit(.minutes(20)))
struct HTTPServerTests {
  private let scene: ServerScene
  private let vault: SampleVault
  private let device: SampleDevice

  init() async throws {
    scene = try ServerScene()
    (vault, device) = try await scene.makeVault()
  }

  private func put(_ count: Int) throws -> (body: [UInt8], request: HTTPRequest) {
    let body = [UInt8](repeating: 7, count: count)
    let endpoint = Endpoint.putBlob(vault.id, .chunks, ChunkID(ofSealed: body))
    return (body, try device.signed(endpoint, body, at: scene.clock.now))
  }

  @Test("stores a chunk, gives it back, and says its size")
  func roundTrip() async throws {
    let (body, request) = try put(Wire.chunkLimit)
    let id = ChunkID(ofSealed: body)
    let get = try device.signed(.getBlob(vault.id, .chunks, id), at: scene.clock.now)
    let head = try device.signed(.headBlob(vault.id, .chunks, id), at: scene.clock.now)
    try await RunningServer.with(scene) { port in
      let connection = try RawConnection(port: port)
      await connection.send(request.text("Content-Length: \(body.count)", "Expect: 100-continue"))
      await connection.send(body)
      await connection.send(head.text() + get.text("Connection: close"))
      let answer = try #require(await connection.rest())
      #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n"))
      #expect(answer.contains("HTTP/1.1 201 Created\r\n"))
      #expect(answer.utf8.suffix(body.count).elementsEqual(body))
      #expect(answer.split(separator: "Content-Length: \(body.count)\r\n").count == 3)
    }
  }

  @Test("a refused body is not drained: the answer comes, and the connection ends")
  func notDrained() async throws {
    let stranger = try vault.device("stranger")
    let request = try stranger.signed(
      .putBlob(vault.id, .segments, ChunkID(ofSealed: [])), at: scene.clock.now)
    try await RunningServer.with(scene) { port in
      for head in [
        request.text("Content-Length: \(90 << 20)"), request.text("Content-Length: 4000000"),
        request.text("Transfer-Encoding: chunked") + "6000000\r\n",
        "POST /v1/vaults HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n",
        "PUT /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n",
      ] {
        let connection = try RawConnection(port: port)
        await connection.send(head)
        let sent = await connection.send([UInt8](repeating: 0x31, count: 90 << 20))
        #expect(sent < 20 << 20)
        let answer = await connection.rest()
        #expect(answer?.hasPrefix("HTTP/1.1 4") == true || answer == "", "\(head.prefix(40))")
      }
    }
  }

  @Test("a body that goes on beyond its limit, though it did not say so, is refused")
  func chunked() async throws {
    let (_, request) = try put(10)
    let piece = "10000\r\n" + String(repeating: "x", count: 65_536) + "\r\n"
    try await RunningServer.with(scene) { port in
      let connection = try RawConnection(port: port)
      await connection.send(request.text("Transfer-Encoding: chunked"))
      for _ in 0..<17 { await connection.send(piece) }
      let answer = try #require(await connection.rest())
      #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains("urn:memo:problem:too-large"))
    }
  }

  @Test("a body that ends too early stores nothing")
  func truncated() async throws {
    let (body, request) = try put(1000)
    let before = try await scene.dump()
    try await RunningServer.with(scene) { port in
      let connection = try RawConnection(port: port)
      await connection.send(request.text("Content-Length: 1000"))
      await connection.send(Array(body.prefix(999)))
      connection.finishSending()
      let answer = await connection.rest()
      #expect(answer?.contains("HTTP/1.1 2") == false)
    }
    #expect(try await scene.dump() == before)
  }

  @Test("a body that does not come is cut off, and so is a head")
  func slow() async throws {
    let (_, request) = try put(1000)
    let before = try await scene.dump()
    try await RunningServer.with(scene, { $0.requestSeconds = 1 }) { port in
      let connection = try RawConnection(port: port)
      await connection.send(request.text("Content-Length: 1000") + "x")
      #expect(await connection.rest() == "")
    }
    try await RunningServer.with(scene, { $0.idleSeconds = 1 }) { port in
      for text in ["", "GET /v1/server HT", request.text("Content-Length: 1000")] {
        let connection = try RawConnection(port: port)
        await connection.send(text)
        #expect(await connection.rest() == "")
      }
    }
    #expect(try await scene.dump() == before)
  }

  @Test("what is not HTTP, and heads without end, are refused")
  func heads() async throws {
    try await RunningServer.with(scene) { port in
      for text in [
        "hello\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "\0\0\0\0\0\0\0\0\r\n\r\n",
        "GET /v1/server HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n",
        "GET /v1/server HTTP/1.1\r\nHost: a\r\n"
          + (0..<100).map { "X\($0): y\r\n" }.joined() + "\r\n",
        "GET /\(String(repeating: "x", count: 100_000)) HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /v1/vaults HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        "POST /v1/vaults HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\nx",
      ] {
        let connection = try RawConnection(port: port)
        await connection.send(text)
        connection.finishSending()
        let answer = await connection.rest()
        #expect(answer?.hasPrefix("HTTP/1.1 4") == true || answer == "", "\(text.prefix(30))")
      }
      let connection = try RawConnection(port: port)
      await connection.send("GET /v1/server HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(await connection.rest()?.hasPrefix("HTTP/1.1 200") == true)
    }
  }

  @Test("when memory is given away, who waits too long a queue is told to come back")
  func busy() async throws {
    let (body, request) = try put(1000)
    try await RunningServer.with(
      scene,
      {
        $0.workBytes = 1
        $0.waiting = 0
      }
    ) { port in
      // Holds what there is, without sending its body.
      let holder = try RawConnection(port: port)
      await holder.send(request.text("Content-Length: 1000", "Expect: 100-continue"))
      let other = try RawConnection(port: port)
      var answer: String?
      repeat {
        let probe = try RawConnection(port: port)
        await probe.send(request.text("Content-Length: 1000", "Connection: close"))
        await probe.send(body)
        answer = await probe.rest()
      } while answer?.hasPrefix("HTTP/1.1 503") != true
      #expect(answer?.contains("urn:memo:problem:unavailable") == true)
      await holder.send(body)
      await other.send("GET /v1/server HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      _ = await other.rest()
    }
  }

  @Test("logs and metrics name no vault, no device, no path")
  func discretion() async throws {
    let lines = CapturingLogHandler.Lines()
    let logger = Logger(label: "test") { _ in CapturingLogHandler(lines: lines) }
    let (body, request) = try put(1000)
    let heads = try device.signed(.heads(vault.id), at: scene.clock.now)
    let (vault, device) = (vault, device)
    try await RunningServer.with(scene, logger: logger) { port in
      let connection = try RawConnection(port: port)
      await connection.send(request.text("Content-Length: 1000"))
      await connection.send(body)
      await connection.send(heads.text() + "GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
      await connection.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let answer = try #require(await connection.rest())
      #expect(answer.contains("memo_requests_total{endpoint=\"put-chunks\",status=\"201\"} 1"))
      #expect(answer.contains("memo_received_bytes_total 1000\n"))
      #expect(answer.contains("memo_request_seconds_bucket{le=\"+Inf\"} 3\n"))
      #expect(
        answer.contains("# TYPE memo_requests_in_progress gauge\nmemo_requests_in_progress 1.0\n"))
      #expect(answer.contains("\r\n\r\nok\n"))
      let metrics = answer[(answer.range(of: "# TYPE")?.lowerBound ?? answer.startIndex)...]
      for text in [String(metrics), lines.all] {
        for secret in [vault.id.base32, vault.id.text, device.id.description, "/v1/", "127.0.0.1:"]
        {
          #expect(!text.contains(secret) || secret == "127.0.0.1:")
        }
      }
    }
    #expect(lines.all.contains("put-chunks") && lines.all.contains("heads"))
  }
}
