// SPDX-License-Identifier: Apache-2.0

/// A request, in the parts that are signed.
struct S3Request: Equatable, Sendable {
  enum Method: String, Sendable { case get = "GET", put = "PUT", delete = "DELETE" }

  var method: Method
  /// Not encoded, with a slash in front.
  var path: String
  /// Not encoded.
  var query: [String: String] = [:]
  /// Names in lower case; values as they are sent, without blanks around them.
  var headers: [String: String] = [:]
  var body: [UInt8] = []

  /// Encoded once: S3 does not encode what is encoded again, unlike every other service.
  var encodedPath: String { Self.encode(path, keeping: "/") }

  var encodedQuery: String {
    query.map { (Self.encode($0.key), Self.encode($0.value)) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }

  /// `path?query`, as it is sent and as it is signed.
  var target: String { query.isEmpty ? encodedPath : "\(encodedPath)?\(encodedQuery)" }

  private static func encode(_ text: String, keeping kept: String = "") -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        output.append(byte)
      case _ where "-._~".utf8.contains(byte) || kept.utf8.contains(byte): output.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
