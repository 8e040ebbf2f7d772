// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import HTTPTypes
internal import NIOCore
internal import Sodium

/// Where a request comes from, as far as its rate goes: of IPv6 the network, since one customer has all of it.
enum ClientAddress {
  static func text(of request: HTTPRequest, _ remote: SocketAddress?, trustsProxy: Bool) -> String?
  {
    if trustsProxy, let name = HTTPField.Name("x-forwarded-for"),
      let last = request.headerFields[name]?.split(separator: ",").last,
      let address = try? SocketAddress(ipAddress: last.filter { $0 != " " }, port: 0)
    {
      return text(of: address)
    }
    return remote.flatMap(text)
  }

  private static func text(of address: SocketAddress) -> String? {
    guard let text = address.ipAddress else { return nil }
    var network = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, text, &network) == 1 else { return text }
    return Hex.encode(network.prefix(8))
  }
}
