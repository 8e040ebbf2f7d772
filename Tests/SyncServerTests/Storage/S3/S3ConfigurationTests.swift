// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@testable import SyncServerS3

@Suite("Settings of an S3 store")
struct S3ConfigurationTests {
  @Test(
    "knows where requests go",
    arguments: [
      ("https://s3.example", "b-1", .path, "https://s3.example", "s3.example", "/b-1/"),
      ("https://S3.example:443/", "bbb", .path, "https://s3.example", "s3.example", "/bbb/"),
      ("http://127.0.0.1:8333", "bbb", .path, "http://127.0.0.1:8333", "127.0.0.1:8333", "/bbb/"),
      ("http://[::1]:80", "bbb", .path, "http://[::1]", "[::1]", "/bbb/"),
      (
        "https://s3.example:8", "bbb", .virtualHost, "https://bbb.s3.example:8", "bbb.s3.example:8",
        "/"
      ),
      ("http://s3.example", "a.b", .virtualHost, "http://a.b.s3.example", "a.b.s3.example", "/"),
    ] as [(String, String, S3Configuration.Style, String, String, String)])
  func addresses(
    _ endpoint: String, _ bucket: String, _ style: S3Configuration.Style, _ origin: String,
    _ host: String, _ root: String
  ) throws {
    let address = try S3Address(endpoint: endpoint, bucket: bucket, style: style)
    #expect(address.origin == origin && address.host == host && address.root == root)
  }

  @Test(
    "refuses endpoints that are more or less than a scheme, a host and a port",
    arguments: [
      "", "s3.example", "ftp://s3.example", "https://", "https://a/b", "https://a?b", "https://u@a",
      "https://a:0", "https://a:65536", "https://a:+1", "https://a:", "https://a b", "https://[::1",
      "https://[]", "https://a\r\nHost: b", "https://\u{e9}", "https://a:08",
    ])
  func endpoints(_ text: String) {
    #expect(throws: S3ConfigurationError.endpoint) {
      try S3Address(endpoint: text, bucket: "bucket", style: .path)
    }
  }

  @Test(
    "refuses what is no bucket",
    arguments: ["", "ab", "A-b", "a/b", "a..b", ".abc", "a_b", "a b c"])
  func buckets(_ text: String) {
    #expect(throws: S3ConfigurationError.bucket) {
      try S3Address(endpoint: "https://a", bucket: text, style: .path)
    }
    #expect(throws: S3ConfigurationError.bucket) {
      try S3Address(endpoint: "https://a", bucket: "with.dots", style: .virtualHost)
    }
  }

  private func configuration(
    region: String = "r", accessKey: String = "k", secret: String = "wJalrXUt"
  ) throws -> S3Configuration {
    try S3Configuration(
      endpoint: "https://a", bucket: "bucket", region: region, accessKey: accessKey,
      secretKey: SecretBytes(copying: Array(secret.utf8)))
  }

  @Test("refuses words that would mean something else in a header")
  func words() {
    for text in ["", "a b", "a\r\nb", "a,b", "a/b", "a=b", "\u{e9}"] {
      #expect(throws: S3ConfigurationError.region) { try configuration(region: text) }
      #expect(throws: S3ConfigurationError.credentials) { try configuration(accessKey: text) }
    }
    #expect(throws: S3ConfigurationError.credentials) { try configuration(secret: "") }
  }

  @Test("shows no key, however it is printed")
  func secret() throws {
    let configuration = try configuration(accessKey: "AKIDEXAMPLE")
    var dumped = ""
    dump(configuration, to: &dumped)
    let storage = S3Storage(
      configuration, environment: S3Environment(now: { 0 }, random: SystemRandom()))
    dump(storage, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration), "\(storage)", dumped] {
      #expect(!text.contains("wJalrXUt"))
    }
  }
}
