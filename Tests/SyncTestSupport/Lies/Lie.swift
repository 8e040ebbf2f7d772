// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
public import Remote

/// One behaviour of a server that is not honest (DESIGN §8): what it makes of an honest answer.
public struct Lie: Sendable {
  public let name: String
  /// `nil` where there is nothing to lie about.
  let bend: @Sendable (Endpoint, WireResponse, LyingExchange) async throws -> WireResponse?
  /// Whether the honest server hears nothing of the request.
  let stops: @Sendable (Endpoint) -> Bool

  init(
    _ name: String, stops: @escaping @Sendable (Endpoint) -> Bool = { _ in false },
    bend: @escaping @Sendable (Endpoint, WireResponse, LyingExchange) async throws -> WireResponse?
  ) {
    self.name = name
    self.stops = stops
    self.bend = bend
  }

  /// Bytes of an answer that succeeded become others; `nil`: there is no such thing.
  public static func bytes(
    _ name: String, of isMeant: @escaping @Sendable (Endpoint) -> Bool,
    _ change: @escaping @Sendable ([UInt8]) throws -> [UInt8]?
  ) -> Lie {
    Lie(name) { endpoint, honest, _ in
      guard isMeant(endpoint), honest.status.kind == .successful else { return nil }
      guard let body = try change(honest.body) else { return try problem(.notFound, time: 0) }
      return body == honest.body ? nil : answer(body)
    }
  }

  /// A message becomes another one.
  static func message<Message: WireMessage>(
    _ name: String, of isMeant: @escaping @Sendable (Endpoint) -> Bool, as type: Message.Type,
    _ change: @escaping @Sendable (Message, LyingExchange) async throws -> Message?
  ) -> Lie {
    Lie(name) { endpoint, honest, exchange in
      guard isMeant(endpoint), let message = try? Message(encoded: honest.body),
        let changed = try await change(message, exchange), changed != message
      else { return nil }
      return answer(try changed.encoded())
    }
  }

  /// A refusal, whatever was asked.
  public static func refusing(
    _ code: ProblemDocument.Code, time: UInt64 = 0,
    _ isMeant: @escaping @Sendable (Endpoint) -> Bool = { _ in true }
  ) -> Lie {
    Lie("refuses: \(code.rawValue)", stops: isMeant) { endpoint, _, _ in
      isMeant(endpoint) ? try problem(code, time: time) : nil
    }
  }

  static func answer(_ body: [UInt8], status: HTTPResponse.Status = .ok) -> WireResponse {
    WireResponse(status: status, body: body)
  }

  private static func problem(
    _ code: ProblemDocument.Code, time: UInt64
  ) throws -> WireResponse {
    let document = ProblemDocument(code, time: time)
    return answer(try document.encoded(), status: document.status)
  }
}

extension Endpoint {
  public var isHeads: Bool { if case .heads = self { true } else { false } }
  public var isAppend: Bool { if case .append = self { true } else { false } }
  public var isBoot: Bool { if case .getBoot = self { true } else { false } }
  public var isMissing: Bool { if case .missing = self { true } else { false } }
  /// Whether it asks for a blob of a kind.
  public func isBlob(_ wanted: BlobKind) -> Bool {
    if case .getBlob(_, let kind, _) = self { kind == wanted } else { false }
  }
  /// The log whose state is asked for.
  public var logAskedFor: LogID? { if case .log(_, let log, _) = self { log } else { nil } }
}
