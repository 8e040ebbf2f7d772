// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
public import Remote
public import Sodium

/// Speaks to one server for one device: signs each request, and looks at each answer before anything is made of it.
public actor ServerConnection {
  /// Who asks.
  public struct Identity: Sendable {
    let device: DeviceID
    let key: Ed25519.SigningKey
    /// Shown while the server does not know the device yet.
    let certificate: RootSigned

    public init(device: DeviceID, key: Ed25519.SigningKey, certificate: RootSigned) {
      self.device = device
      self.key = key
      self.certificate = certificate
    }
  }

  public nonisolated let address: ServerAddress
  private nonisolated let exchange: any Exchange
  private nonisolated let identity: Identity
  private nonisolated let now: @Sendable () -> UInt64
  /// The server's clock less ours, once it said that we are outside its window.
  private var offset: Int64 = 0
  private var showsCertificate = false

  /// - Parameter now: seconds since 1970.
  public init(
    _ address: ServerAddress, exchange: any Exchange, identity: Identity,
    now: @escaping @Sendable () -> UInt64
  ) {
    self.address = address
    self.exchange = exchange
    self.identity = identity
    self.now = now
  }

  public nonisolated func pause(milliseconds: UInt64) async {
    await exchange.pause(milliseconds: milliseconds)
  }

  /// Sends a request and gives the answer's body. Tries again at once, and only once for each reason, when the
  /// server does not know the device or the clocks are apart.
  /// - Throws: ``SyncFailure``.
  public func send(
    _ endpoint: Endpoint, body: [UInt8] = [], invitation: String? = nil, limit: Int = Wire.jsonLimit
  ) async throws(SyncFailure) -> [UInt8] {
    var hasSetClock = false
    while true {
      let shown = showsCertificate
      let response = try await exchange.send(
        request(endpoint, body: body, invitation: invitation), body: body, limit: limit)
      if response.status.kind == .successful {
        guard response.body.count <= limit else { throw .unexpected }
        return response.body
      }
      guard let problem = try? ProblemDocument(encoded: response.body),
        problem.status == response.status
      else {
        throw response.status.kind == .serverError ? .unreachable : .unexpected
      }
      switch problem.code {
      case .unknownDevice where !shown: showsCertificate = true
      case .clock where !hasSetClock:
        hasSetClock = true
        offset = Int64(clamping: problem.time) - Int64(clamping: now())
      default: throw .refused(problem.code)
      }
    }
  }

  private func request(
    _ endpoint: Endpoint, body: [UInt8], invitation: String?
  ) throws(SyncFailure) -> HTTPRequest {
    var request = HTTPRequest(
      method: endpoint.method, scheme: address.scheme, authority: address.authority,
      path: endpoint.target)
    if endpoint.bodyLimit > 0 {
      request.headerFields[.contentType] = endpoint.isJSON ? Wire.json : Wire.bytes
    }
    if let invitation { request.headerFields[.memoInvitation] = invitation }
    if showsCertificate {
      request.headerFields[.memoCertificate] = Base64.encode(
        identity.certificate.encoded, .standard)
    }
    let time = UInt64(clamping: Int64(clamping: now()) + offset)
    do {
      try RequestSignature.sign(
        &request, body: body, device: identity.device, key: identity.key, at: time)
    } catch {
      throw .unexpected
    }
    return request
  }
}
