// SPDX-License-Identifier: Apache-2.0

/// Carries one signed request and brings one answer.
protocol S3Transport: Sendable {
  /// - Throws: ``TransportError``; whether the store acted on the request is then unknown.
  func send(_ request: S3Request) async throws -> S3Response
}

enum TransportError: Error, Equatable, Sendable {
  /// No connection, a connection lost, no answer in time, or not an answer.
  case lost
  /// The answer is larger than any that we ask for.
  case tooLarge
}

struct S3Response: Equatable, Sendable {
  let status: Int
  /// Names in lower case.
  let headers: [String: String]
  let body: [UInt8]

  /// The code of an error document, such as `NoSuchKey`; `nil` when there is none.
  var code: String? {
    guard let document = try? XMLElement(parsing: body), document.name == "Error" else {
      return nil
    }
    return document["Code"]?.text
  }
}
