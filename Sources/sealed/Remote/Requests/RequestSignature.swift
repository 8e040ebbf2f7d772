// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
internal import RawStructuredFieldValues
public import Sodium

/// Why a request is not taken for a device's.
public enum RequestSignatureError: Error, Equatable, Sendable {
  /// There is none, or not one of our shape.
  case missing
  case malformed
  /// Another key, another request, or another body.
  case wrong
  /// Made too long ago, or ahead of this clock.
  case outsideWindow
}

/// The signature of a device's request key on a request: RFC 9421 with Ed25519, and RFC 9530 (Sync.md §9).
public struct RequestSignature: Sendable {
  /// Seconds that the clocks of both sides may differ by.
  public static let window: UInt64 = 300
  static let label = "memo"
  static let components = ["@method", "@authority", "@path", "@query", "content-digest"]
  private static let algorithm = "ed25519"

  /// Who says it signed.
  public let device: DeviceID
  /// Seconds since 1970.
  public let created: UInt64
  private let base: [UInt8]
  private let signature: [UInt8]

  /// Signs: adds `Content-Digest`, `Signature-Input` and `Signature`.
  /// - Throws: ``RequestSignatureError/malformed`` without an authority.
  public static func sign(
    _ request: inout HTTPRequest, body: [UInt8], device: DeviceID, key: Ed25519.SigningKey,
    at created: UInt64
  ) throws {
    request.headerFields[.contentDigest] = ContentDigest.value(of: body)
    var covered = BareInnerList()
    for name in components {
      covered.append(
        Item(
          bareItem: RFC9651BareItem.string(name),
          parameters: OrderedMap<String, RFC9651BareItem>()))
    }
    let input = InnerList(
      bareInnerList: covered,
      parameters: [
        "created": RFC9651BareItem.integer(Int64(clamping: created)),
        "keyid": .string(device.description), "alg": .string(algorithm),
      ])
    let base = try SignatureBase(input, of: request)
    request.headerFields[.signatureInput] = "\(label)=\(try SignatureBase.serialized(input))"
    request.headerFields[.signature] =
      "\(label)=:\(Base64.encode(key.sign(base.bytes), .standard)):"
  }

  /// Reads the signature of a request. Nothing is believed before ``verify(by:body:now:)``, but who must be asked for
  /// is known before any of the body is read.
  /// - Throws: ``RequestSignatureError/missing``, ``RequestSignatureError/malformed``.
  public init(of request: HTTPRequest) throws(RequestSignatureError) {
    guard let inputField = request.headerFields[.signatureInput],
      let signatureField = request.headerFields[.signature]
    else { throw .missing }
    guard case .innerList(let input)? = Self.member(of: inputField),
      case .item(let item)? = Self.member(of: signatureField),
      case .undecodedByteSequence(let text) = item.rfc9651BareItem,
      let signature = try? Base64.decode(text, .standard),
      input.bareInnerList.map(\.rfc9651BareItem) == Self.components.map({ .string($0) }),
      case let parameters = input.rfc9651Parameters, parameters.count == 3,
      case .integer(let created)? = parameters["created"], let created = UInt64(exactly: created),
      case .string(let device)? = parameters["keyid"],
      let device = try? DeviceID(text: device),
      parameters["alg"] == .string(Self.algorithm)
    else { throw .malformed }
    self.device = device
    self.created = created
    self.signature = signature
    base = try SignatureBase(input, of: request).bytes
    contentDigest = request.headerFields[.contentDigest] ?? ""
  }

  private let contentDigest: String

  private static func member(of field: String) -> ItemOrInnerList? {
    var parser = StructuredFieldValueParser(Array(field.utf8))
    guard let members = try? parser.parseDictionaryFieldValue(), members.count == 1 else {
      return nil
    }
    return members[label]
  }

  /// - Parameter now: seconds since 1970.
  /// - Throws: ``RequestSignatureError/wrong``, ``RequestSignatureError/outsideWindow``.
  public func verify(by key: Ed25519.PublicKey, now: UInt64) throws(RequestSignatureError) {
    guard key.isValid(signature: signature, of: base) else { throw .wrong }
    let apart = now > created ? now - created : created - now
    guard apart <= Self.window else { throw .outsideWindow }
  }

  /// Whether the body is the one that was signed.
  public func covers(_ body: [UInt8]) -> Bool {
    ContentDigest.isRight(contentDigest, for: body)
  }
}

extension HTTPField.Name {
  static let contentDigest = known("content-digest")
  static let signatureInput = known("signature-input")
  static let signature = known("signature")
}
