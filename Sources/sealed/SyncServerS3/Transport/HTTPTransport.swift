// SPDX-License-Identifier: Apache-2.0
internal import AsyncHTTPClient
internal import Dispatch
internal import NIOCore
internal import NIOHTTP1

/// Requests over HTTP/1.1 with a client of our own: no redirects, which would carry a signature elsewhere, and no
/// decompression.
final class HTTPTransport: S3Transport {
  /// Room for the largest object, and for a thousand names with all that a store says of each.
  static let bodyLimit = 9 << 20

  private let client: HTTPClient
  private let origin: String
  private let deadline: TimeAmount

  init(_ configuration: S3Configuration) {
    var settings = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: .seconds(configuration.connectTimeout), read: .seconds(configuration.readTimeout)),
      decompression: .disabled)
    settings.httpVersion = .http1Only
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    origin = configuration.address.origin
    deadline = .seconds(configuration.connectTimeout + 2 * configuration.readTimeout)
  }

  // A client must be told that it is not needed any more.
  deinit { client.shutdown(queue: .global()) { _ in } }

  func send(_ request: S3Request) async throws -> S3Response {
    var message = HTTPClientRequest(url: origin + request.target)
    message.method = .init(rawValue: request.method.rawValue)
    for (name, value) in request.headers { message.headers.add(name: name, value: value) }
    if request.method == .put {
      message.body = .stream(
        BodyParts(bytes: request.body), length: .known(Int64(request.body.count)))
    }
    do {
      let response = try await client.execute(message, timeout: deadline)
      var headers: [String: String] = [:]
      for (name, value) in response.headers { headers[name.lowercased()] = value }
      return S3Response(
        status: Int(response.status.code), headers: headers,
        body: try await Self.bytes(of: response.body))
    } catch let error as TransportError {
      throw error
    } catch {
      throw TransportError.lost
    }
  }

  /// Part by part, and cut off as soon as it is too long, whatever its length was said to be.
  private static func bytes(of body: HTTPClientResponse.Body) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await part in body {
      guard bytes.count + part.readableBytes <= bodyLimit else { throw TransportError.tooLarge }
      bytes += part.readableBytesView
    }
    return bytes
  }
}

/// A body as it goes out, part by part: the client holds one at a time beside the object itself.
private struct BodyParts: AsyncSequence, Sendable {
  let bytes: [UInt8]
  private static let count = 64 << 10

  struct Iterator: AsyncIteratorProtocol {
    var rest: ArraySlice<UInt8>

    mutating func next() async -> ByteBuffer? {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(BodyParts.count) }
      return ByteBuffer(bytes: rest.prefix(BodyParts.count))
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...]) }
}
