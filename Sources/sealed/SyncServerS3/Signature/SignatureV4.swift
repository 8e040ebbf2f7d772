// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Sodium

/// AWS Signature Version 4 in a request's `Authorization` header, its body hashed whole. ("Authenticating Requests:
/// Using the Authorization Header", Amazon S3 API Reference.)
struct SignatureV4: Sendable {
  static let algorithm = "AWS4-HMAC-SHA256"

  let accessKey: String
  /// `AWS4` and the secret key.
  let secret: SecretBytes
  let region: String
  let service = "s3"

  /// The request with what must be signed: host, time, body hash, and all headers that it has already.
  func sign(_ request: S3Request, host: String, at time: UInt64) throws -> S3Request {
    let stamp = SigningTime(time)
    var signed = request
    signed.headers["host"] = host
    signed.headers["x-amz-date"] = stamp.text
    signed.headers["x-amz-content-sha256"] = Hex.encode(SHA256.hash(request.body).bytes)
    let scope = "\(stamp.day)/\(region)/\(service)/aws4_request"
    let hash = Hex.encode(SHA256.hash(Array(Self.canonicalRequest(signed).utf8)).bytes)
    let text = "\(Self.algorithm)\n\(stamp.text)\n\(scope)\n\(hash)"
    let signature = HMACSHA256.tag(of: Array(text.utf8), key: try key(on: stamp.day))
    signed.headers["authorization"] =
      "\(Self.algorithm) Credential=\(accessKey)/\(scope), "
      + "SignedHeaders=\(Self.names(signed)), Signature=\(Hex.encode(signature))"
    return signed
  }

  static func canonicalRequest(_ request: S3Request) -> String {
    let headers = request.headers.sorted { $0.key < $1.key }
      .map { "\($0.key):\($0.value)\n" }.joined()
    return [
      request.method.rawValue, request.encodedPath, request.encodedQuery, headers, names(request),
      request.headers["x-amz-content-sha256"] ?? "",
    ].joined(separator: "\n")
  }

  private static func names(_ request: S3Request) -> String {
    request.headers.keys.sorted().joined(separator: ";")
  }

  /// Good for one day, one region and one service.
  private func key(on day: String) throws -> SecretBytes {
    try [day, region, service, "aws4_request"].reduce(secret) { key, part in
      var tag = HMACSHA256.tag(of: Array(part.utf8), key: key)
      return try SecretBytes(moving: &tag)
    }
  }
}
