// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote
internal import Sodium

extension SyncService {
  /// Looks at the head of a request, so that nothing of a body is read for someone who is not known.
  ///
  /// - Parameter address: where it comes from, for the rate; `nil` when that is not known.
  public func admit(
    _ request: HTTPRequest, from address: String? = nil
  ) async throws(ProblemDocument) -> Admission {
    do {
      let admission = try await admission(request, from: address)
      return admission
    } catch {
      throw ProblemDocument(ProblemDocument.Code(error), time: now())
    }
  }

  private func admission(_ request: HTTPRequest, from address: String?) async throws -> Admission {
    try await limits.take(address: address)
    do {
      let endpoint = try Self.endpoint(of: request)
      try Self.checkBody(of: request, for: endpoint)
      if endpoint == .server {
        return Admission(endpoint: endpoint, asker: .anyone, signature: nil, invitation: nil)
      }
      try checkAuthority(of: request)
      let signature = try Self.signature(of: request)
      let asker = try await asker(of: request, for: endpoint, signature)
      if let vault = endpoint.vault { try await limits.take(vault: vault) }
      return Admission(
        endpoint: endpoint, asker: asker, signature: signature,
        invitation: request.headerFields[.memoInvitation])
    } catch let refused as Refused
      where ProblemDocument(refused.code, time: 0).status == .unauthorized
    {
      // Who guesses pays more than who works.
      try? await limits.take(address: address, tokens: LimitBook.refusalCost)
      throw refused
    }
  }

  private static func endpoint(of request: HTTPRequest) throws -> Endpoint {
    do {
      return try Endpoint(method: request.method, target: request.path ?? "")
    } catch .notFound {
      throw Refused(.notFound)
    } catch .methodNotAllowed {
      // The path has this method, with another query.
      let isAllowed = Endpoint.allowed(at: request.path ?? "").contains(request.method)
      throw Refused(isAllowed ? .notFound : .method)
    }
  }

  private static func checkBody(of request: HTTPRequest, for endpoint: Endpoint) throws {
    if let length = request.headerFields[.contentLength] {
      guard length.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let count = UInt64(length)
      else { throw Refused(.malformed) }
      guard count <= UInt64(endpoint.bodyLimit) else { throw Refused(.tooLarge) }
    }
    // Absent is taken for the right one; what is there has no parameters.
    guard let type = request.headerFields[.contentType], let expected = endpoint.mediaType else {
      return
    }
    guard type.lowercased() == expected else { throw Refused(.mediaType) }
  }

  private func checkAuthority(of request: HTTPRequest) throws {
    guard !policy.authorities.isEmpty else { return }
    var name = (request.authority ?? "").lowercased()
    for port in [":443", ":80"] where name.hasSuffix(port) { name.removeLast(port.count) }
    guard policy.authorities.contains(name) else { throw Refused(.notYours) }
  }

  private static func signature(of request: HTTPRequest) throws -> RequestSignature {
    do {
      return try RequestSignature(of: request)
    } catch .missing {
      throw Refused(.unsigned)
    } catch {
      throw Refused(.malformed)
    }
  }

  /// A vault that is not here, a device that it does not have, and a signature that is not that device's are one
  /// answer: vault and device ids stand in dossiers, and must not tell whether a server has the vault.
  private func asker(
    of request: HTTPRequest, for endpoint: Endpoint, _ signature: RequestSignature
  ) async throws -> Admission.Asker {
    guard let vault = endpoint.vault else { return .unverified(signature) }
    let newcomer = try request.headerFields[.memoCertificate].map { text in
      try verifiedCertificate(text, of: vault, signature)
    }
    guard let state = try await vaultState(vault)?.state else { throw Refused(.unknownDevice) }
    guard let known = state.devices[signature.device] else {
      guard let newcomer else { throw Refused(.unknownDevice) }
      guard endpoint.isForNewcomers else { throw Refused(.notYours) }
      return .newcomer(newcomer.device)
    }
    if newcomer == nil {
      try verify(signature, by: known.certificate, orElse: .unknownDevice)
    }
    guard known.revocation == nil || endpoint.isForRevoked else { throw Refused(.revoked) }
    return .device(signature.device)
  }

  private func verifiedCertificate(
    _ text: String, of vault: VaultID, _ signature: RequestSignature
  ) throws -> DeviceCertificate {
    guard text.utf8.count <= 2 * DeviceCertificate.limit,
      let bytes = try? Base64.decode(text, .standard), let signed = try? RootSigned(encoded: bytes)
    else { throw Refused(.malformed) }
    guard let certificate = try? signed.verified(as: DeviceCertificate.self, vault: vault),
      certificate.device == signature.device
    else { throw Refused(.unknownDevice) }
    try verify(signature, by: certificate, orElse: .badSignature)
    return certificate
  }

  func verify(
    _ signature: RequestSignature, by certificate: DeviceCertificate,
    orElse code: ProblemDocument.Code
  ) throws {
    do {
      try signature.verify(by: certificate.request, now: now())
    } catch .outsideWindow {
      throw Refused(.clock)
    } catch {
      throw Refused(code)
    }
  }
}

extension Endpoint {
  /// What a body is; `nil` where there is none.
  var mediaType: String? {
    switch self {
    case .append, .missing: Wire.json
    case .createVault, .putBlob, .putBoot, .orderErasure: Wire.bytes
    default: nil
    }
  }

  /// A device that was revoked may see for itself that the root said so.
  var isForRevoked: Bool {
    switch self {
    case .bootNames, .getBoot: true
    default: false
    }
  }

  /// A device that no boot record here names reads, and puts the one that does.
  var isForNewcomers: Bool {
    switch self {
    case .heads, .log, .getBlob, .headBlob, .missing, .bootNames, .getBoot, .putBoot, .erasures:
      true
    default: false
    }
  }
}
