// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Remote

/// Between a connection and ``SyncService``: reads the head, has it admitted, then reads the body, then writes the
/// answer. Whoever is refused with a body under way loses the connection.
struct HTTPShell: Sendable {
  /// Ends the connection once the answer is written.
  struct Close: Error {}

  let service: SyncService
  let configuration: HTTPConfiguration
  let metrics = ServerMetrics()
  let log: RequestLog
  let gate: WorkGate

  init(service: SyncService, configuration: HTTPConfiguration, log: RequestLog) {
    self.service = service
    self.configuration = configuration
    self.log = log
    gate = WorkGate(capacity: configuration.workBytes, waitingLimit: configuration.waiting)
  }

  /// What became of a request.
  private struct Outcome {
    var answer: WireResponse
    var endpoint: Endpoint?
    var name: String
    var received = 0
    /// Whether all of the body was read.
    var isBodyRead: Bool
  }

  func respond(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let start = ContinuousClock.now
    metrics.begin()
    let deadline = channel.eventLoop.scheduleTask(in: .seconds(configuration.requestSeconds)) {
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    var outcome = Outcome(
      answer: WireResponse(status: .internalServerError), name: "none", isBodyRead: false)
    defer { record(outcome, since: start) }
    var body = BodyReader(request.body)
    if request.head.path == "/health" || request.head.path == "/metrics" {
      let own = await ownAnswer(request)
      outcome = Outcome(answer: own.answer, name: own.name, isBodyRead: false)
    } else {
      outcome = try await answer(request, &body, channel, &writer)
    }
    let isClosing = !outcome.isBodyRead && Self.hasBody(request.head)
    if isClosing { outcome.answer.headerFields[.connection] = "close" }
    try await write(outcome.answer, isHead: request.method == .head, writer)
    if isClosing {
      let end = channel.eventLoop.scheduleTask(in: .seconds(configuration.lingerSeconds)) {
        channel.close(promise: nil)
      }
      defer { end.cancel() }
      // What comes is not HTTP any more, or nothing comes: the connection ends either way.
      try? await body.discard(upTo: configuration.lingerBytes)
      throw Close()
    }
  }

  private static func hasBody(_ head: HTTPRequest) -> Bool {
    head.headerFields[.transferEncoding] != nil
      || head.headerFields[.contentLength].map { $0 != "0" } ?? false
  }

  private func record(_ outcome: Outcome, since start: ContinuousClock.Instant) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let (status, sent) = (outcome.answer.status.code, outcome.answer.body.count)
    metrics.end(
      endpoint: outcome.name, status: status, seconds: seconds, received: outcome.received,
      sent: sent)
    let isProblem = outcome.answer.headerFields[.contentType] == Wire.problem
    let problem = isProblem ? try? ProblemDocument(encoded: outcome.answer.body).code : nil
    log.write(
      endpoint: outcome.endpoint, name: outcome.name, status: status, problem: problem,
      seconds: seconds, received: outcome.received, sent: sent)
  }

  private func answer(
    _ request: Request, _ body: inout BodyReader, _ channel: any Channel,
    _ writer: inout ResponseWriter
  ) async throws -> Outcome {
    let endpoint = try? Endpoint(method: request.method, target: request.head.path ?? "")
    var outcome = Outcome(
      answer: WireResponse(status: .internalServerError), endpoint: endpoint,
      name: endpoint?.name ?? "none", isBodyRead: false)
    let admission: Admission
    do {
      admission = try await service.admit(
        request.head,
        from: ClientAddress.text(
          of: request.head, channel.remoteAddress, trustsProxy: configuration.trustsProxy))
    } catch {
      outcome.answer = WireResponse(error, target: request.head.path)
      return outcome
    }
    let bytes = admission.endpoint.workBytes
    guard await gate.enter(bytes) else {
      outcome.answer = service.refusal(.unavailable)
      return outcome
    }
    do {
      try await work(on: admission, request, &body, &outcome, &writer)
      await gate.leave(bytes)
    } catch {
      await gate.leave(bytes)
      throw error
    }
    return outcome
  }

  private func work(
    on admission: Admission, _ request: Request, _ reader: inout BodyReader,
    _ outcome: inout Outcome, _ writer: inout ResponseWriter
  ) async throws {
    if request.headers[.expect]?.lowercased() == "100-continue" {
      try await writer.writeInformationalHead(HTTPResponse(status: .continue))
    }
    let expected = request.headers[.contentLength].flatMap { Int($0) }
    let body: [UInt8]
    do {
      guard let read = try await reader.bytes(upTo: admission.bodyLimit, expecting: expected)
      else {
        outcome.answer = service.refusal(.tooLarge)
        return
      }
      body = read
    } catch {
      outcome.answer = service.refusal(.malformed)
      return
    }
    outcome.isBodyRead = true
    outcome.received = body.count
    if let expected, expected != body.count {
      // The connection ended before the body did: nobody is there to read an answer.
      throw Close()
    }
    outcome.answer = await service.respond(to: admission, body: body)
  }
}
