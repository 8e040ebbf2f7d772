// SPDX-License-Identifier: Apache-2.0
internal import Hashing
public import Sodium
public import SyncServer

/// A bucket of an S3-compatible store. What is atomic is made so by the store: `If-None-Match: *` and `If-Match`.
/// A store that takes these headers and does not act on them loses data: see ``confirmConditions()``.
public struct S3Storage: ObjectStorage {
  let transport: any S3Transport
  let address: S3Address
  let signature: SignatureV4
  let retries: RetryPolicy
  let environment: S3Environment

  public init(_ configuration: S3Configuration, environment: S3Environment) {
    self.init(
      configuration, environment: environment, transport: HTTPTransport(configuration))
  }

  init(
    _ configuration: S3Configuration, environment: S3Environment, transport: any S3Transport
  ) {
    self.transport = transport
    self.environment = environment
    address = configuration.address
    retries = configuration.retries
    signature = SignatureV4(
      accessKey: configuration.accessKey, secret: configuration.signingSecret,
      region: configuration.region)
  }

  public func get(_ key: ObjectKey) async throws -> StoredObject? {
    try await send(S3Request(method: .get, path: path(key))) { response, _ in
      switch response.status {
      case 200: try Self.object(response)
      case 404 where response.code == "NoSuchKey": .some(nil)
      default: nil
      }
    }
  }

  public func delete(_ key: ObjectKey) async throws {
    try await send(S3Request(method: .delete, path: path(key))) { response, _ in
      switch response.status {
      case 200, 204: ()
      case 404 where response.code == "NoSuchKey": ()
      default: nil
      }
    }
  }

  func path(_ key: ObjectKey) -> String { address.root + key.description }

  /// The name of a header that we give an object and that comes back with it: the SHA-256 of its bytes. What a store
  /// itself keeps of a checksum differs from one to the next.
  static let digestHeader = "x-amz-meta-sha256"

  private static func object(_ response: S3Response) throws -> StoredObject {
    guard let version = version(response) else { throw StorageError.damaged }
    guard response.body.count <= ObjectKey.objectLimit else { throw StorageError.damaged }
    if let length = response.headers["content-length"], Int(length) != response.body.count {
      throw Doubt.again(.damaged)
    }
    // Once more: the line may have changed it.
    if let digest = response.headers[digestHeader],
      digest != Hex.encode(SHA256.hash(response.body).bytes)
    {
      throw Doubt.again(.damaged)
    }
    return StoredObject(bytes: response.body, version: version)
  }

  /// The entity tag, in its quotes; `nil` for one that could not be sent back as it is.
  static func version(_ response: S3Response) -> ObjectVersion? {
    guard let text = response.headers["etag"], isTag(text) else { return nil }
    return ObjectVersion(text)
  }

  /// A strong entity tag of ASCII. Anything else (`*`, a list, a line end) would mean something else in `If-Match`.
  static func isTag(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (3...128).contains(bytes.count), bytes.first == UInt8(ascii: "\""),
      bytes.last == UInt8(ascii: "\"")
    else { return false }
    return bytes.dropFirst().dropLast().allSatisfy {
      (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"")
    }
  }
}

/// What a store needs of the world.
public struct S3Environment: Sendable {
  /// In seconds since 1970.
  let now: @Sendable () -> UInt64
  let random: any RandomSource
  let wait: @Sendable (Duration) async throws -> Void

  public init(
    now: @escaping @Sendable () -> UInt64, random: any RandomSource,
    wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.now = now
    self.random = random
    self.wait = wait
  }
}
