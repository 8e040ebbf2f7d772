// SPDX-License-Identifier: Apache-2.0
import SyncClient
import Testing

@Suite("Addresses of servers and proxies")
struct ServerAddressTests {
  @Test(
    "an address has one spelling",
    arguments: [
      ("https://memo.example.org", "https://memo.example.org"),
      ("HTTPS://Memo.Example.ORG/", "https://memo.example.org"),
      ("https://memo.example.org:443", "https://memo.example.org"),
      ("https://memo.example.org:8443", "https://memo.example.org:8443"),
      ("http://127.0.0.1:8470", "http://127.0.0.1:8470"),
      ("http://[::1]:8470", "http://[::1]:8470"), ("http://localhost:80", "http://localhost"),
      ("http://abcdef.onion", "http://abcdef.onion"),
    ])
  func accepted(_ text: String, _ spelled: String) throws {
    #expect(try ServerAddress(text).description == spelled)
  }

  @Test(
    "what is not an address is refused",
    arguments: [
      "", "memo.example.org", "ftp://a", "https://", "https://a/b", "https://a?b", "https://a b",
      "https://user@a", "https://a:0", "https://a:99999", "https://[::1", "https://é",
    ])
  func malformed(_ text: String) {
    #expect(throws: ServerAddress.Problem.malformed) { try ServerAddress(text) }
  }

  @Test(
    "nothing goes unprotected over a network",
    arguments: ["http://memo.example.org", "http://10.0.0.1", "http://127.0.0.1.example.org"])
  func insecure(_ text: String) {
    #expect(throws: ServerAddress.Problem.insecure) { try ServerAddress(text) }
  }

  @Test("the environment's proxy is obeyed, by scheme; a malformed one is refused, not passed over")
  func proxies() throws {
    let https = try ServerAddress("https://memo.example.org")
    let tor = try #require(ProxyAddress("socks5h://127.0.0.1:9050"))
    #expect(tor.kind == .socks && tor.host == "127.0.0.1" && tor.port == 9050)
    #expect(
      try ProxyAddress.from(["HTTPS_PROXY": "socks5h://127.0.0.1:9050"], for: https) == tor)
    #expect(
      try ProxyAddress.from(["all_proxy": "socks5h://127.0.0.1:9050"], for: https) == tor)
    #expect(try ProxyAddress.from(["HTTP_PROXY": "http://p:1"], for: https) == nil)
    #expect(
      try ProxyAddress.from(
        ["HTTPS_PROXY": "http://p:1", "NO_PROXY": "a.org, example.org"], for: https) == nil)
    #expect(throws: ServerAddress.Problem.malformed) {
      try ProxyAddress.from(["HTTPS_PROXY": "p:1"], for: https)
    }
  }
}
