// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import AgeFormat

@Suite("BufferedSource")
struct BufferedSourceTests {
  @Test("gives lines, looked-at bytes and the rest in their order, however little comes at a time")
  func mixed() throws {
    let rest = SeededRandom(seed: "rest").bytes(200_000)
    let source = BufferedSource(MeagreSource(Array("one\n\ntwo\n".utf8) + rest))
    #expect(try line(source) == "one")
    #expect(try source.peek(4) == Array("\ntwo".utf8))
    #expect(try line(source) == "")
    #expect(try line(source) == "two")
    #expect(try readAll(source) == rest)
    #expect(try source.peek(1).isEmpty)
  }

  @Test("tells a line without its line feed, and the end")
  func unterminated() throws {
    let source = BufferedSource(ArraySource(Array("end".utf8)))
    let terminated = try source.withLine(limit: 10) { $1 }
    #expect(!terminated)
    #expect(try source.withLine(limit: 10) { line, _ in line == nil })
  }

  @Test("refuses a line longer than its limit, and takes one as long")
  func limits() throws {
    let text = Array("12345\n".utf8)
    #expect(try line(BufferedSource(MeagreSource(text)), limit: 5) == "12345")
    #expect(throws: BufferedSource.LineTooLong.self) {
      try line(BufferedSource(MeagreSource(text)), limit: 4)
    }
  }

  @Test("gives lines longer than its first buffer")
  func longLines() throws {
    let long = String(repeating: "x", count: 300_000)
    let source = BufferedSource(ArraySource(Array("\(long)\n\(long)\n".utf8)))
    #expect(try line(source, limit: 300_000) == long)
    #expect(try line(source, limit: 300_000) == long)
  }

  private func line(_ source: BufferedSource, limit: Int = 100) throws -> String? {
    try source.withLine(limit: limit) { line, _ in
      line.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
