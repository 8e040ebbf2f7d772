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
    if request.method == .put { message.body = .bytes(ByteBuffer(bytes: request.body)) }
    do {
      let response = try await client.execute(message, timeout: deadline)
      var headers: [String: String] = [:]
      for (name, value) in response.headers { headers[name.lowercased()] = value }
      let body = try await response.body.collect(upTo: Self.bodyLimit)
      return S3Response(
        status: Int(response.status.code), headers: headers, body: Array(body.readableBytesView))
    } catch is NIOTooManyBytesError {
      throw TransportError.tooLarge
    } catch {
      throw TransportError.lost
    }
  }
}
