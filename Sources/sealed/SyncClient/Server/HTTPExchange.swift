// SPDX-License-Identifier: Apache-2.0
internal import AsyncHTTPClient
public import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
public import Remote

/// The network. Follows no redirection, because what is signed is signed for one place; asks for no compression,
/// because lengths would tell; obeys a proxy, so that Tor can carry it.
public final class HTTPExchange: Exchange {
  private let client: HTTPClient
  private let origin: String

  /// In seconds.
  private static let connectTimeout: Int64 = 10
  /// A proxy may have to build a way first, as Tor does.
  private static let proxyTimeout: Int64 = 30
  private static let idleTimeout: Int64 = 60
  private static let callTimeout: Int64 = 300

  public init(_ address: ServerAddress, proxy: ProxyAddress?) {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.decompression = .disabled
    configuration.httpVersion = .http1Only
    // What is refused at once is said at once; trying again is for the machine.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout = .init(
      connect: .seconds(proxy == nil ? Self.connectTimeout : Self.proxyTimeout),
      read: .seconds(Self.idleTimeout))
    configuration.proxy = proxy.map { proxy in
      switch proxy.kind {
      case .http: .server(host: proxy.host, port: proxy.port)
      case .socks: .socksServer(host: proxy.host, port: proxy.port)
      }
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    origin = address.description
  }

  /// Once nothing is under way any more.
  public func close() async { try? await client.shutdown() }

  public func send(
    _ request: HTTPRequest, body: [UInt8], limit: Int
  ) async throws(SyncFailure) -> WireResponse {
    var message = HTTPClientRequest(url: origin + (request.path ?? "/"))
    message.method = .init(rawValue: request.method.rawValue)
    for field in request.headerFields {
      message.headers.add(name: field.name.rawName, value: field.value)
    }
    if !body.isEmpty || request.method == .put || request.method == .post {
      message.body = .bytes(body)
    }
    do {
      let answer = try await client.execute(message, timeout: .seconds(Self.callTimeout))
      // A problem document may be longer than a small answer.
      let bytes = try await answer.body.collect(upTo: max(limit, 4096))
      return WireResponse(
        status: HTTPResponse.Status(code: Int(answer.status.code)), body: Array(buffer: bytes))
    } catch is NIOTooManyBytesError {
      throw .unexpected
    } catch {
      throw .unreachable
    }
  }

  public func pause(milliseconds: UInt64) async {
    try? await Task.sleep(for: .milliseconds(Int64(clamping: milliseconds)))
  }
}
