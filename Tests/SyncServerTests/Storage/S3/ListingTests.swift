// SPDX-License-Identifier: Apache-2.0
import SyncServer
import TestSupport
import Testing

@testable import SyncServerS3

@Suite("Listings of an S3 store")
struct ListingTests {
  private static func page(_ names: [String], token: String? = nil, more: String = "") -> String {
    let entries = names.map { "<Contents><Key>\($0)</Key><Size>3</Size></Contents>" }.joined()
    let next = token.map { "<NextContinuationToken>\($0)</NextContinuationToken>" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\(more)
      <IsTruncated>\(token != nil)</IsTruncated>\(next)\(entries)</ListBucketResult>
      """
  }

  private func list(
    _ pages: [String], prefix: String = "p/", after: String? = nil, limit: Int = 10
  ) async throws -> ([String], [S3Request]) {
    let store = ScriptedStore(pages.map { .answer(200, [:], $0) })
    let found = try await store.storage(attempts: 1).list(
      prefix: prefix, after: after.flatMap(ObjectKey.init), limit: limit)
    return (found.map(\.key.description), store.transport.requests)
  }

  @Test("goes on where a store stops early, until it has what was asked for")
  func pages() async throws {
    let (found, requests) = try await list(
      [
        Self.page(["p/a"], token: "t&amp;1"), Self.page(["p/b", "p/c"], token: "t2"),
        Self.page(["p/d", "p/e"], token: "t3"),
      ], limit: 4)
    #expect(found == ["p/a", "p/b", "p/c", "p/d"])
    #expect(requests.map { $0.query["continuation-token"] } == [nil, "t&1", "t2"])
    #expect(requests.allSatisfy { $0.query["list-type"] == "2" && $0.path == "/bucket/" })
  }

  @Test("leaves out what it begins after, and names that are none of ours")
  func after() async throws {
    let (found, requests) = try await list(
      [Self.page(["p/b", "p/b/", "p/b0", "p/c.txt", "p/d"])], after: "p/b")
    #expect(found == ["p/b0", "p/d"])
    #expect(requests.first?.query["start-after"] == "p/a~")
  }

  @Test(
    "a listing that could hide something is damage",
    arguments: [
      page(["p/b", "p/a"]), page(["p/a", "p/a"]), page(["q/a"]), page(["o"]), page([], token: "x"),
      page(["p/A", "p/0"]), page(["p/a"]).replacing("false", with: "true"),
      page(["p/a"]).replacing("false", with: ""),
      page(["p/a"]).replacing("ListBucket", with: "List"),
      page(["p/a"]).replacing("<Size>3", with: "<Size>-3"),
      page(["p/a"]).replacing("<Size>3", with: "<Size>99999999999999999999"),
      page(["p/a"]).replacing("<Key>p/a</Key>", with: ""),
      page(["p/a"], more: "<EncodingType>url</EncodingType>"), "", "{}", page(["p/a"]) + "x",
    ])
  func damage(_ page: String) async throws {
    await #expect(throws: StorageError.damaged) { try await list([page]) }
  }

  @Test("truncated, flipped or random bytes throw or are read, and never trap")
  func hostile() {
    let bytes = Array(Self.page(["p/a&amp;&#34;&#x41;", "p/b"], token: "t").utf8)
    #expect(throws: Never.self) { try ListResult(parsing: bytes) }
    for count in bytes.indices {
      #expect(throws: XMLError.self) { try ListResult(parsing: Array(bytes.prefix(count))) }
      for bit in 0..<8 {
        var flipped = bytes
        flipped[count] ^= 1 << bit
        _ = try? ListResult(parsing: flipped)
      }
    }
    for number in 0..<300 {
      _ = try? ListResult(parsing: SeededRandom(seed: "\(number)").bytes(number))
    }
  }
}
