// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import RawStructuredFieldValues
import Sodium
import TestSupport
import Testing

@testable import Remote

/// The cases of RFC 9421, Appendix B.2, with our reading of fields and our signature base.
@Suite("HTTP message signatures of RFC 9421", .enabled(if: Vectors.areAvailable))
struct RFC9421Tests {
  struct Vector: Decodable {
    let id: String
    let kind: String
    let message: String
    let signature_base: String
  }

  private struct Cases: Decodable { let cases: [Vector] }

  private static var requests: [Vector] {
    get throws {
      try Vectors.decode(Cases.self, "rfc9421.json").cases.filter { $0.kind == "request" }
    }
  }

  static func request(_ message: String) throws -> HTTPRequest {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.first).split(separator: " ")
    var request = HTTPRequest(
      method: try #require(HTTPRequest.Method(String(first[0]))), scheme: "https", authority: nil,
      path: String(first[1]))
    for line in lines.dropFirst().prefix(while: { !$0.isEmpty }) {
      let colon = try #require(line.firstIndex(of: ":"))
      let (name, value) = (line[..<colon], line[line.index(after: colon)...].drop { $0 == " " })
      if name == "Host" {
        request.authority = String(value)
      } else {
        request.headerFields.append(
          HTTPField(name: try #require(HTTPField.Name(String(name))), value: String(value)))
      }
    }
    return request
  }

  static func base(of request: HTTPRequest) throws -> SignatureBase {
    let field = try #require(request.headerFields[.signatureInput])
    var parser = StructuredFieldValueParser(Array(field.utf8))
    let members = try parser.parseDictionaryFieldValue()
    guard case .innerList(let input)? = members.first?.1 else {
      throw RequestSignatureError.malformed
    }
    return try SignatureBase(input, of: request)
  }

  @Test("every request has the signature base that the RFC gives")
  func bases() throws {
    let vectors = try Self.requests
    #expect(vectors.count >= 2)
    for vector in vectors {
      let base = try Self.base(of: Self.request(vector.message))
      #expect(String(decoding: base.bytes, as: UTF8.self) == vector.signature_base, "\(vector.id)")
    }
  }
}

/// B.2.6, which is Ed25519's; written out here, because the shared cases do not have it.
@Suite("Case B.2.6 of RFC 9421")
struct RFC9421Ed25519Tests {
  private static let message = """
    POST /foo?param=Value&Pet=dog HTTP/1.1
    Host: example.com
    Date: Tue, 20 Apr 2021 02:07:55 GMT
    Content-Type: application/json
    Content-Digest: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:
    Content-Length: 18
    Signature-Input: sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length")\
    ;created=1618884473;keyid="test-key-ed25519"
    Signature: sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:

    {"hello": "world"}
    """

  @Test("verifies, and no longer when anything that is covered changes")
  func verifies() throws {
    let key = try Ed25519.PublicKey(
      Base64.decode("JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=", .standard))
    let request = try RFC9421Tests.request(Self.message)
    let field = try #require(request.headerFields[.signature])
    let text = try #require(field.split(separator: ":").last)
    let signature = try Base64.decode(text, .standard)
    #expect(key.isValid(signature: signature, of: try RFC9421Tests.base(of: request).bytes))
    var moved = request
    moved.authority = "example.org"
    #expect(!key.isValid(signature: signature, of: try RFC9421Tests.base(of: moved).bytes))
    moved = request
    moved.method = .put
    #expect(!key.isValid(signature: signature, of: try RFC9421Tests.base(of: moved).bytes))
  }

  @Test("a component that is not there, twice, or with parameters is refused")
  func components() throws {
    for list in [
      "(\"x-absent\")", "(\"date\" \"date\")", "(\"@unknown\")", "(\"date\";sf)", "(\"Date\")",
      "(1)",
    ] {
      var request = try RFC9421Tests.request(Self.message)
      request.headerFields[.signatureInput] = "sig=\(list)"
      #expect(throws: RequestSignatureError.malformed, "\(list)") {
        try RFC9421Tests.base(of: request)
      }
    }
  }
}
