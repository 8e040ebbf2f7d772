// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import RawStructuredFieldValues

/// The bytes that an HTTP message signature is over (RFC 9421, section 2.5).
struct SignatureBase {
  /// Covered components and parameters, as in `Signature-Input`.
  let input: InnerList
  let bytes: [UInt8]

  /// - Throws: ``RequestSignatureError/malformed`` for a component that the request does not have, or that is
  ///   named twice or with parameters.
  init(_ input: InnerList, of request: HTTPRequest) throws(RequestSignatureError) {
    self.input = input
    var lines: [String] = []
    var seen: Set<String> = []
    for item in input.bareInnerList {
      guard case .string(let name) = item.rfc9651BareItem, item.rfc9651Parameters.count == 0,
        seen.insert(name).inserted, let value = Self.value(of: name, in: request)
      else { throw .malformed }
      lines.append("\"\(name)\": \(value)")
    }
    lines.append("\"@signature-params\": \(try Self.serialized(input))")
    bytes = Array(lines.joined(separator: "\n").utf8)
  }

  /// Sections 2.1 and 2.2.
  private static func value(of component: String, in request: HTTPRequest) -> String? {
    let path = request.path ?? ""
    let question = path.firstIndex(of: "?")
    switch component {
    case "@method": return request.method.rawValue
    case "@authority": return request.authority.map { normalized($0, scheme: request.scheme) }
    case "@path":
      let plain = String(path[..<(question ?? path.endIndex)])
      return plain.isEmpty ? "/" : plain
    case "@query": return question.map { String(path[$0...]) } ?? "?"
    default:
      guard !component.hasPrefix("@"), let name = HTTPField.Name(component),
        name.canonicalName == component
      else { return nil }
      let values = request.headerFields[values: name]
      return values.isEmpty
        ? nil
        : values.map { value in
          String(
            value.drop { $0 == " " || $0 == "\t" }.reversed()
              .drop { $0 == " " || $0 == "\t" }.reversed())
        }.joined(separator: ", ")
    }
  }

  /// Lower case, without the scheme's own port (section 2.2.3). What stands before us may speak another scheme than
  /// the client did, so both ports go.
  private static func normalized(_ authority: String, scheme: String?) -> String {
    let lower = authority.lowercased()
    for port in [":443", ":80"] where lower.hasSuffix(port) {
      return String(lower.dropLast(port.count))
    }
    return lower
  }

  static func serialized(_ input: InnerList) throws(RequestSignatureError) -> String {
    var serializer = StructuredFieldValueSerializer()
    guard let bytes = try? serializer.writeListFieldValue([.innerList(input)]) else {
      throw .malformed
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
