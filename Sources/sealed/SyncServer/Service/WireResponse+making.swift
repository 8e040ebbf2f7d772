// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
public import Remote

extension WireResponse {
  static func json(
    _ message: some WireMessage, status: HTTPResponse.Status = .ok
  ) throws -> WireResponse {
    WireResponse(
      status: status, headerFields: fields(Wire.json), body: try message.encoded())
  }

  static func bytes(_ body: [UInt8]) -> WireResponse {
    WireResponse(status: .ok, headerFields: fields(Wire.bytes), body: body)
  }

  /// What is there now: 201 when this request put it there.
  static func stored(isNew: Bool) -> WireResponse {
    WireResponse(status: isNew ? .created : .ok, headerFields: fields(nil))
  }

  static func fields(_ type: String?) -> HTTPFields {
    // Nothing between a device and its server keeps a copy.
    var fields: HTTPFields = [.cacheControl: "no-store"]
    fields[.contentType] = type
    return fields
  }

  /// A refusal.
  public init(_ problem: ProblemDocument) {
    self.init(status: problem.status, headerFields: Self.fields(Wire.problem))
    body = (try? problem.encoded()) ?? []
    switch problem.code {
    case .tooMany, .unavailable: headerFields[.retryAfter] = "1"
    default: break
    }
  }
}
