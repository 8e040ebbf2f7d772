// SPDX-License-Identifier: Apache-2.0
import Sodium
import Synchronization
import SyncServer
import TestSupport
import Testing

@testable import SyncServerS3

/// A store of which a test says what each answer is, and that keeps what it was asked.
final class ScriptedTransport: S3Transport {
  enum Step: Sendable {
    case answer(Int, [String: String] = [:], String = "")
    case object([UInt8], headers: [String: String] = [:])
    case lost
  }

  private let steps: Mutex<[Step]>
  private let seen = Mutex<[S3Request]>([])

  init(_ steps: [Step]) { self.steps = Mutex(steps) }

  var requests: [S3Request] { seen.withLock { $0 } }
  var left: Int { steps.withLock { $0.count } }

  func send(_ request: S3Request) async throws -> S3Response {
    seen.withLock { $0.append(request) }
    let step = steps.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    switch step {
    case .answer(let status, let headers, let body)?:
      return S3Response(status: status, headers: headers, body: Array(body.utf8))
    case .object(let bytes, let headers)?:
      let all = ["etag": "\"1\"", "content-length": "\(bytes.count)"].merging(headers) { $1 }
      return S3Response(status: 200, headers: all, body: bytes)
    case .lost?: throw TransportError.lost
    case nil:
      Issue.record("asked more often than expected")
      throw TransportError.lost
    }
  }

  static func error(_ status: Int, _ code: String) -> Step {
    .answer(status, [:], "<?xml version=\"1.0\"?><Error><Code>\(code)</Code></Error>")
  }

  static let written = Step.answer(200, ["etag": "\"new\""])
}

/// A store over scripted answers, whose waits are written down instead of waited.
final class ScriptedStore: Sendable {
  let transport: ScriptedTransport
  let waits = Mutex<[Duration]>([])

  init(_ steps: [ScriptedTransport.Step]) { transport = ScriptedTransport(steps) }

  func storage(attempts: Int = 4) throws -> S3Storage {
    var configuration = try S3Configuration(
      endpoint: "https://store.example", bucket: "bucket", accessKey: "AKIDEXAMPLE",
      secretKey: SecretBytes(copying: Array("secret".utf8)))
    configuration.retries.attempts = attempts
    let environment = S3Environment(
      now: { 1_369_353_600 }, random: SeededRandom(seed: "waits"),
      wait: { [self] time in waits.withLock { $0.append(time) } })
    return S3Storage(configuration, environment: environment, transport: transport)
  }
}
