// SPDX-License-Identifier: Apache-2.0

/// A proxy as the environment names it: `http://host:port`, `socks5://host:port` or `socks5h://host:port`. The name of
/// the server always goes to the proxy, never to a resolver here.
public struct ProxyAddress: Equatable, Sendable {
  public enum Kind: Sendable { case http, socks }

  public let kind: Kind
  public let host: String
  public let port: Int

  /// `nil` for anything else.
  public init?(_ text: String) {
    let kinds: [(String, Kind)] = [
      ("http://", .http), ("socks5h://", .socks), ("socks5://", .socks), ("socks://", .socks),
    ]
    guard let (prefix, kind) = kinds.first(where: { text.lowercased().hasPrefix($0.0) }) else {
      return nil
    }
    var rest = text.dropFirst(prefix.count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]),
      port > 0, !rest[..<colon].isEmpty, !rest.contains("@"), !rest.contains("/")
    else { return nil }
    self.kind = kind
    host = String(rest[..<colon])
    self.port = Int(port)
  }

  /// What the environment says for an address: `HTTPS_PROXY` or `HTTP_PROXY` by the scheme, else `ALL_PROXY`; nothing
  /// for what `NO_PROXY` names, nor for this machine.
  /// - Throws: ``ServerAddress/Problem/malformed`` for a proxy that cannot be read: going without it would show
  ///   where the person goes.
  public static func from(
    _ environment: [String: String], for address: ServerAddress
  ) throws(ServerAddress.Problem) -> ProxyAddress? {
    func value(_ name: String) -> String? {
      [name.lowercased(), name].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    let host = address.authority.split(separator: ":").first.map(String.init) ?? ""
    let excluded = (value("NO_PROXY") ?? "").split(separator: ",").map {
      $0.filter { $0 != " " }.lowercased()
    }
    if host == "localhost" || host.hasPrefix("127.") || address.authority.hasPrefix("[::1]") {
      return nil
    }
    if excluded.contains(where: { $0 == "*" || host == $0 || host.hasSuffix("." + $0) }) {
      return nil
    }
    let named = value(address.scheme == "https" ? "HTTPS_PROXY" : "HTTP_PROXY")
    guard let text = named ?? value("ALL_PROXY") else { return nil }
    guard let proxy = ProxyAddress(text) else { throw .malformed }
    return proxy
  }
}
