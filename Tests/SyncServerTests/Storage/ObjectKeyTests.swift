// SPDX-License-Identifier: Apache-2.0
import SyncServer
import Testing

@Suite("Object keys")
struct ObjectKeyTests {
  @Test("takes names that are paths on every disk", arguments: ["a", "v/1/chunk/ab/abc", "a-0/b"])
  func accepted(_ text: String) { #expect(ObjectKey(text)?.description == text) }

  @Test(
    "refuses names that climb, hide or differ by case",
    arguments: ["", "/a", "a/", "a//b", "..", "a/../b", "A", "a b", "é", "a_b", "a.b", "a\0"])
  func refused(_ text: String) { #expect(ObjectKey(text) == nil) }

  @Test("refuses a name that is too long")
  func long() {
    #expect(ObjectKey(String(repeating: "a", count: ObjectKey.limit)) != nil)
    #expect(ObjectKey(String(repeating: "a", count: ObjectKey.limit + 1)) == nil)
  }
}
