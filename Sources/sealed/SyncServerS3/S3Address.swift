// SPDX-License-Identifier: Apache-2.0

/// An endpoint and a bucket, as the parts of a request that they decide.
struct S3Address: Equatable, Sendable {
  /// `https://host:port`.
  let origin: String
  /// As it is signed: with the port unless it is the scheme's own.
  let host: String
  /// In front of every key: `/bucket/` or `/`.
  let root: String

  /// - Throws: ``S3ConfigurationError``.
  init(endpoint: String, bucket: String, style: S3Configuration.Style) throws {
    guard let (scheme, authority, ownPort) = Self.split(endpoint) else {
      throw S3ConfigurationError.endpoint
    }
    guard Self.isBucket(bucket), style == .path || !(scheme == "https" && bucket.contains("."))
    else { throw S3ConfigurationError.bucket }
    var host = authority
    if host.hasSuffix(":\(ownPort)") { host.removeLast(ownPort.utf8.count + 1) }
    if style == .virtualHost {
      guard !host.hasPrefix("[") else { throw S3ConfigurationError.endpoint }
      host = "\(bucket).\(host)"
    }
    self.host = host
    origin = "\(scheme)://\(host)"
    root = style == .path ? "/\(bucket)/" : "/"
  }

  private static func split(
    _ endpoint: String
  ) -> (scheme: String, authority: String, ownPort: String)? {
    for (scheme, port) in [("https", "443"), ("http", "80")]
    where endpoint.hasPrefix(scheme + "://") {
      var authority = endpoint.dropFirst(scheme.utf8.count + 3)
      if authority.hasSuffix("/") { authority.removeLast() }
      let lower = authority.lowercased()
      return isAuthority(lower) ? (scheme, lower, port) : nil
    }
    return nil
  }

  /// A name, an IPv4 address or an IPv6 address in brackets; then perhaps a port.
  private static func isAuthority(_ text: String) -> Bool {
    var rest = Substring(text)
    let host: Substring
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      host = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      guard host.utf8.allSatisfy({ "0123456789abcdef:.".utf8.contains($0) }) else { return false }
    } else {
      host = rest.prefix { $0 != ":" }
      rest = rest.dropFirst(host.count)
      guard host.utf8.allSatisfy(isHostByte) else { return false }
    }
    guard !host.isEmpty, host.utf8.count <= 253 else { return false }
    if rest.isEmpty { return true }
    guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0 else { return false }
    return rest.dropFirst() == "\(port)"
  }

  private static func isBucket(_ text: String) -> Bool {
    (3...63).contains(text.utf8.count) && text.utf8.allSatisfy(isHostByte)
      && !text.hasPrefix(".") && !text.hasPrefix("-") && !text.hasSuffix(".")
      && !text.contains("..")
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    "abcdefghijklmnopqrstuvwxyz0123456789-.".utf8.contains(byte)
  }
}
