// SPDX-License-Identifier: Apache-2.0
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
public import Logging
internal import NIOCore
internal import NIOSSL
public import ServiceLifecycle
public import Sodium

/// Why a server does not begin.
public enum HTTPServerError: Error, Equatable, Sendable {
  /// A certificate without a key, a key without a certificate, or files that are not PEM.
  case certificate
  /// The address is taken, or not one of this machine.
  case address
}

/// A ``SyncService`` on a port, until it is told to stop: then what is under way is finished, and nothing new begun.
public struct HTTPServer: Service {
  /// In bytes: of one field of a head, and of a head.
  private static let fieldLimit = 16 << 10
  private static let headLimit = 32 << 10
  private static let fieldCount = 64

  private let shell: HTTPShell
  private let configuration: HTTPConfiguration
  private let logger: Logger
  private let onRunning: @Sendable (Int) async -> Void

  /// - Parameter onRunning: is told the port.
  public init(
    service: SyncService, configuration: HTTPConfiguration, logger: Logger,
    random: some RandomSource, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws {
    self.configuration = configuration
    self.logger = logger
    self.onRunning = onRunning
    shell = HTTPShell(
      service: service, configuration: configuration,
      log: try RequestLog(logger: logger, random: random))
  }

  public func run() async throws {
    let shell = shell
    let server = try builder().buildServer(
      configuration: ServerConfiguration(
        address: .hostname(configuration.host, port: configuration.port),
        availableConnectionsDelegate: .maximum(configuration.connections, logger: logger)),
      eventLoopGroup: EventLoopGroupProvider.singleton.eventLoopGroup, logger: logger,
      responder: { request, writer, channel in
        try await shell.respond(request, writer, channel)
      },
      onServerRunning: { [onRunning] channel in
        await onRunning(channel.localAddress?.port ?? 0)
      })
    do {
      try await server.run()
    } catch is IOError {
      throw HTTPServerError.address
    }
  }

  private func builder() throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(configuration.idleSeconds),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: Self.fieldLimit, maxHeaderListSize: Self.headLimit,
          maxHeaderFieldCount: Self.fieldCount)))
    switch (configuration.certificate, configuration.key) {
    case (nil, nil): return plain
    case (let certificate?, let key?):
      do {
        var tls = TLSConfiguration.makeServerConfiguration(
          certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map {
            .certificate($0)
          },
          privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        return try .tls(plain, tlsConfiguration: tls)
      } catch {
        throw HTTPServerError.certificate
      }
    default: throw HTTPServerError.certificate
    }
  }
}
