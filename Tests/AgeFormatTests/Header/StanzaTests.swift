// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import AgeFormat

@Suite("Stanza")
struct StanzaTests {
  @Test("ends its body with a line shorter than 64 columns, empty if need be")
  func bodies() {
    let lines = [0: 1, 1: 1, 47: 1, 48: 2, 49: 2, 95: 2, 96: 3]
    for (count, expected) in lines {
      let stanza = Stanza(["type", "argument"], body: [UInt8](repeating: 7, count: count))
      let text = stanza.map { String(decoding: $0.encoded, as: UTF8.self) } ?? ""
      #expect(text.hasPrefix("-> type argument\n"))
      #expect(text.filter { $0 == "\n" }.count == expected + 1, "\(count)")
    }
  }

  @Test("refuses arguments that a header cannot hold")
  func arguments() {
    for arguments in [[], [""], ["a", ""], ["a b"], ["a\n"], ["é"], ["a", "\u{7f}"]] {
      #expect(Stanza(arguments, body: []) == nil, "\(arguments)")
    }
    #expect(Stanza(["!~", "->"], body: []) != nil)
  }
}
