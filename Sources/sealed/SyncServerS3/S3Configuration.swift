// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// Where an S3-compatible store is, and who we are to it.
public struct S3Configuration: Sendable, CustomStringConvertible, CustomReflectable {
  /// Where the bucket's name goes: `https://host/bucket/key` or `https://bucket.host/key`.
  public enum Style: String, CaseIterable, Sendable {
    case path
    case virtualHost = "virtual-host"
  }

  public let region: String
  public let accessKey: String
  /// `AWS4` and the secret key: what signatures are derived from.
  let signingSecret: SecretBytes
  let address: S3Address
  /// In seconds: to connect, and between two bytes of an answer.
  public var connectTimeout: Int64 = 5
  public var readTimeout: Int64 = 20
  public var retries = RetryPolicy()

  /// - Parameters:
  ///   - endpoint: `https://host` or `http://host`, with a port or without; no path.
  ///   - secretKey: is kept out of every description.
  /// - Throws: ``S3ConfigurationError``.
  public init(
    endpoint: String, bucket: String, region: String = "us-east-1", accessKey: String,
    secretKey: SecretBytes, style: Style = .path
  ) throws {
    address = try S3Address(endpoint: endpoint, bucket: bucket, style: style)
    guard Self.isWord(region) else { throw S3ConfigurationError.region }
    guard Self.isWord(accessKey), secretKey.count > 0 else {
      throw S3ConfigurationError.credentials
    }
    self.region = region
    self.accessKey = accessKey
    let prefix = Array("AWS4".utf8)
    signingSecret = try SecretBytes(count: prefix.count + secretKey.count) { output in
      output.copyBytes(from: prefix)
      secretKey.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: output[prefix.count...]).copyMemory(from: $0)
      }
    }
  }

  /// Printable, no blank, nothing that separates in the header it goes to.
  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 128
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !",=/\"".utf8.contains($0) }
  }

  public var description: String { "S3 at \(address.origin)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is wrong with the settings of a store.
public enum S3ConfigurationError: Error, Equatable, Sendable {
  /// Not `http://` or `https://`, a host, and at most a port.
  case endpoint
  /// Not a name that buckets have; or one with dots, which no certificate covers, in front of a host.
  case bucket
  case region
  case credentials
}
