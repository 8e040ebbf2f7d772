// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes

/// An answer, whole: no body of the protocol is larger than ``Wire/bodyLimit``.
public struct WireResponse: Equatable, Sendable {
  public var status: HTTPResponse.Status
  public var headerFields: HTTPFields
  public var body: [UInt8]

  public init(status: HTTPResponse.Status, headerFields: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headerFields = headerFields
    self.body = body
  }
}
