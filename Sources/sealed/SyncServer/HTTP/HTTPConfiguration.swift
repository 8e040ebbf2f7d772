// SPDX-License-Identifier: Apache-2.0

/// How a server listens, and what it bears.
public struct HTTPConfiguration: Sendable {
  public var host = "127.0.0.1"
  /// 0 takes a free one.
  public var port = 8470
  /// PEM files; both or neither.
  public var certificate: String?
  public var key: String?
  /// Whether the last entry of `X-Forwarded-For` is the address of who asks: only behind a proxy that writes it.
  public var trustsProxy = false
  /// Seconds after which a connection that says nothing is closed, also in the middle of a head or a body.
  public var idleSeconds: Int64 = 60
  /// Seconds that a request may take, its body and its answer included; then the connection is closed.
  public var requestSeconds: Int64 = 300
  public var connections = 8192
  /// In bytes: bodies and answers that are in memory at a time. Who comes beyond waits.
  public var workBytes = 256 << 20
  /// How many may wait; others are told to come back.
  public var waiting = 1024
  /// In bytes: what is read and thrown away of a refused body, so that the answer arrives; then the connection is closed.
  public var lingerBytes = 256 << 10
  /// And for how long.
  public var lingerSeconds: Int64 = 2

  public init() {}

  /// `HOST:PORT`, `[HOST]:PORT`.
  public mutating func listen(on text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { return false }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { return false }
    self.host = String(host)
    self.port = Int(port)
    return true
  }
}
