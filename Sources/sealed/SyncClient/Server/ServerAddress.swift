// SPDX-License-Identifier: Apache-2.0

/// Where a server is: `https://host[:port]`. Plain `http` only where nobody stands between: this machine, or an onion
/// address, which is encrypted by itself.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Error, Equatable, Sendable {
    case malformed
    /// `http` to somewhere else.
    case insecure
  }

  public let scheme: String
  /// Host, and the port unless it is the scheme's own; lower case.
  public let authority: String

  /// - Throws: ``Problem``.
  public init(_ text: String) throws(Problem) {
    let lower = text.lowercased()
    guard let colon = lower.firstIndex(of: ":"), lower[colon...].hasPrefix("://") else {
      throw .malformed
    }
    scheme = String(lower[..<colon])
    var rest = lower[colon...].dropFirst(3)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    guard scheme == "https" || scheme == "http", !rest.isEmpty,
      let (host, port) = Self.split(rest)
    else { throw .malformed }
    if scheme == "http", !Self.isPrivate(host) { throw .insecure }
    let usual = scheme == "https" ? 443 : 80
    authority = port.map { $0 == usual ? host : "\(host):\($0)" } ?? host
  }

  public var description: String { "\(scheme)://\(authority)" }

  /// Only Tor finds it; any other resolver would learn that it is looked for.
  public var isOnion: Bool {
    authority.split(separator: ":").first?.hasSuffix(".onion") ?? false
  }

  private static func split(_ text: Substring) -> (host: String, port: Int?)? {
    var host = text
    var port: Int?
    // An IPv6 address stands in brackets.
    let end = text.hasPrefix("[") ? text.firstIndex(of: "]") : text.startIndex
    guard let end else { return nil }
    if let colon = text[end...].lastIndex(of: ":") {
      host = text[..<colon]
      guard let number = UInt16(text[text.index(after: colon)...]), number > 0 else { return nil }
      port = Int(number)
    }
    let isName = host.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte)
    }
    let isAddress =
      host.hasPrefix("[") && host.hasSuffix("]")
      && host.dropFirst().dropLast().utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || [UInt8(ascii: ":"), UInt8(ascii: ".")].contains(byte)
      }
    guard !host.isEmpty, isName || isAddress else { return nil }
    return (String(host), port)
  }

  private static func isPrivate(_ host: String) -> Bool {
    host == "localhost" || host == "[::1]" || host.hasSuffix(".onion") || isLoopback(host)
  }

  private static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
