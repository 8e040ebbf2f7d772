// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@testable import SyncServerS3

/// The worked examples of "Signature Calculations for the Authorization Header" in the Amazon S3 API Reference
/// (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
@Suite("AWS Signature Version 4")
struct SignatureV4Tests {
  static let host = "examplebucket.s3.amazonaws.com"
  /// 2013-05-24T00:00:00Z.
  static let time: UInt64 = 1_369_353_600
  static let examples: [(S3Request, String)] = [
    (
      S3Request(method: .get, path: "/test.txt", headers: ["range": "bytes=0-9"]),
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    ),
    (
      S3Request(
        method: .put, path: "/test$file.text",
        headers: [
          "date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY",
        ], body: Array("Welcome to Amazon S3.".utf8)),
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
    ),
    (
      S3Request(method: .get, path: "/", query: ["lifecycle": ""]),
      "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
    ),
    (
      S3Request(method: .get, path: "/", query: ["max-keys": "2", "prefix": "J"]),
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    ),
  ]

  private func signer(_ secret: String = "AWS4wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY") throws
    -> SignatureV4
  {
    try SignatureV4(
      accessKey: "AKIAIOSFODNN7EXAMPLE", secret: SecretBytes(copying: Array(secret.utf8)),
      region: "us-east-1")
  }

  @Test("gives the signatures of AWS's examples", arguments: examples)
  func example(_ request: S3Request, _ signature: String) throws {
    let header = try signer().sign(request, host: Self.host, at: Self.time).headers["authorization"]
    let words = try #require(header).split(separator: " ")
    #expect(words.first == "AWS4-HMAC-SHA256")
    #expect(words[1] == "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,")
    #expect(words.last == "Signature=\(signature)")
  }

  @Test("the canonical request of the first example, byte for byte")
  func canonical() throws {
    let signed = try signer().sign(Self.examples[0].0, host: Self.host, at: Self.time)
    var unsigned = signed
    unsigned.headers["authorization"] = nil
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(
      SignatureV4.canonicalRequest(unsigned) == """
        GET
        /test.txt

        host:examplebucket.s3.amazonaws.com
        range:bytes=0-9
        x-amz-content-sha256:\(empty)
        x-amz-date:20130524T000000Z

        host;range;x-amz-content-sha256;x-amz-date
        \(empty)
        """)
  }

  @Test("everything is signed: any change gives another signature")
  func covers() throws {
    let request = S3Request(
      method: .put, path: "/a", query: ["b": "c"], headers: ["if-match": "\"x\""], body: [1])
    func signature(_ change: (inout S3Request) -> Void, host: String = "h", at time: UInt64 = 0)
      throws
      -> Substring?
    {
      var changed = request
      change(&changed)
      return try signer().sign(changed, host: host, at: time).headers["authorization"]?
        .split(separator: "=").last
    }
    let all = try [
      signature { _ in }, signature { $0.method = .get }, signature { $0.path = "/b" },
      signature { $0.query["b"] = "d" }, signature { $0.headers["if-match"] = "*" },
      signature { $0.body = [2] }, signature({ _ in }, host: "i"), signature({ _ in }, at: 1),
    ]
    #expect(Set(all).count == all.count && !all.contains(nil))
  }

  @Test("encodes what is not unreserved, in upper case, slashes only in the path kept")
  func encodes() {
    let request = S3Request(
      method: .get, path: "/a b/\u{e9}+%~", query: ["a/b": "c d&=*", "A": ""])
    #expect(request.target == "/a%20b/%C3%A9%2B%25~?A=&a%2Fb=c%20d%26%3D%2A")
  }

  @Test(
    "writes moments as UTC",
    arguments: [
      (0, "19700101T000000Z"), (1_369_353_600, "20130524T000000Z"),
      (951_782_400, "20000229T000000Z"),
      (951_868_799, "20000229T235959Z"), (951_868_800, "20000301T000000Z"),
      (1_709_210_096, "20240229T123456Z"), (4_102_444_799, "20991231T235959Z"),
      (4_107_542_400, "21000301T000000Z"), (253_402_300_799, "99991231T235959Z"),
      (.max, "99991231T235959Z"),
    ] as [(UInt64, String)])
  func moments(_ seconds: UInt64, _ text: String) { #expect(SigningTime(seconds).text == text) }
}
