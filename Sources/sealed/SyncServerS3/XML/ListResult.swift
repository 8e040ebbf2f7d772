// SPDX-License-Identifier: Apache-2.0
internal import SyncServer

/// The answer to `ListObjectsV2`.
struct ListResult: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    let name: String
    let size: Int
  }

  let entries: [Entry]
  /// Where to go on; `nil` at the end.
  let token: String?

  /// - Throws: ``XMLError``.
  init(parsing bytes: [UInt8]) throws {
    let document = try XMLElement(parsing: bytes)
    guard document.name == "ListBucketResult", document["EncodingType"] == nil else {
      throw XMLError()
    }
    entries = try document.children.filter { $0.name == "Contents" }.map { entry in
      guard let name = entry["Key"]?.text, let text = entry["Size"]?.text, let size = Int(text),
        size >= 0
      else { throw XMLError() }
      return Entry(name: name, size: size)
    }
    switch document["IsTruncated"]?.text {
    case "true":
      guard let token = document["NextContinuationToken"]?.text, !token.isEmpty else {
        throw XMLError()
      }
      self.token = token
    case "false": token = nil
    default: throw XMLError()
    }
  }
}
