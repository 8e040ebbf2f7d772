// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
internal import Sodium
internal import TransparencyLog

/// A problem document (RFC 9457): `{"code":…,"status":…,"time":…,"title":…,"type":"urn:memo:problem:…"}`.
public struct ProblemDocument: Equatable, Sendable, Error {
  /// What went wrong; the last part of the type URI.
  public enum Code: String, CaseIterable, Sendable {
    // 400: the request cannot be read.
    case malformed, wrongDigest = "wrong-digest"
    // 401: who asks cannot be told.
    case unsigned, badSignature = "bad-signature", clock, unknownDevice = "unknown-device"
    // 403
    case revoked, invitation, notYours = "not-yours"
    // 404, 405
    case notFound = "not-found", noVault = "no-vault", method
    // 409: what is asked does not go on from what is there.
    case conflict, fork, rollback, exists
    // 413, 415, 429, 431, 507
    case tooLarge = "too-large", mediaType = "media-type", tooMany = "too-many", quota
    // 422: the bytes are not what they are said to be.
    case refused
    // 500, 503
    case broken, unavailable
  }

  public let code: Code
  /// Seconds since 1970 by the server's clock, so that a client whose clock is off can go on.
  public let time: UInt64

  public init(_ code: Code, time: UInt64) {
    self.code = code
    self.time = time
  }

  public var status: HTTPResponse.Status {
    switch code {
    case .malformed, .wrongDigest: .badRequest
    case .unsigned, .badSignature, .clock, .unknownDevice: .unauthorized
    case .revoked, .invitation, .notYours: .forbidden
    case .notFound, .noVault: .notFound
    case .method: .methodNotAllowed
    case .conflict, .fork, .rollback, .exists: .conflict
    case .tooLarge: .contentTooLarge
    case .mediaType: .unsupportedMediaType
    case .tooMany: .tooManyRequests
    case .quota: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
    case .refused: .unprocessableContent
    case .broken: .internalServerError
    case .unavailable: .serviceUnavailable
    }
  }

  private static let prefix = "urn:memo:problem:"

  public func encoded() throws -> [UInt8] {
    try CanonicalJSON.encode(
      .object(
        JSONObject([
          "status": .integer(Int64(status.code)), "time": time.json,
          "title": .string(code.rawValue), "type": .string(Self.prefix + code.rawValue),
        ])))
  }

  /// - Throws: ``RemoteError/malformed`` for anything else, such as the page of a proxy.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count <= 4096, let json = try? CanonicalJSON.decode(bytes, limit: 4096),
      case .object(let object) = json, let type = try? object.string("type"),
      type.hasPrefix(Self.prefix),
      let code = Code(rawValue: String(type.dropFirst(Self.prefix.count))),
      let time = try? object.count("time")
    else { throw RemoteError.malformed }
    self.init(code, time: time)
  }
}
