// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Remote

extension HTTPShell {
  /// In bytes: what is handed to a connection at a time. The next piece waits until there is room, so that a slow
  /// reader holds no more than this in the connection's own memory.
  private static let pieceCount = 256 << 10

  func write(
    _ answer: WireResponse, isHead: Bool, _ writer: consuming ResponseWriter
  ) async throws {
    var head = HTTPResponse(status: answer.status, headerFields: answer.headerFields)
    if head.headerFields[.contentLength] == nil {
      head.headerFields[.contentLength] = String(answer.body.count)
    }
    guard !isHead, !answer.body.isEmpty else { return try await writer.writeResponse(head) }
    if answer.body.count <= Self.pieceCount {
      let body = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
      return try await writer.write(response: head, body: body)
    }
    var body = try await writer.writeHead(head)
    for start in stride(from: 0, to: answer.body.count, by: Self.pieceCount) {
      let end = min(start + Self.pieceCount, answer.body.count)
      try await body.write(ByteBuffer(bytes: answer.body[start..<end]))
    }
    try await body.finish(nil)
  }
}
