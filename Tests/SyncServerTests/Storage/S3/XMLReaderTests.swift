// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import SyncServerS3

@Suite("The XML of S3 stores")
struct XMLReaderTests {
  private func parse(_ text: String) throws -> XMLElement {
    try XMLElement(parsing: Array(text.utf8))
  }

  @Test("reads elements, attributes, references and the five entities")
  func reads() throws {
    let text =
      "<?xml version='1.0'?>\n<a x=\"1\" y='&lt;'><s:b>1 &lt;&amp;&gt;&quot;&apos;&#34;&#xe9;</s:b><c/></a>\n"
    let element = try parse(text)
    #expect(element.name == "a")
    #expect(element["b"]?.text == "1 <&>\"'\"\u{e9}")
    #expect(element["c"]?.text == "" && element["d"] == nil)
  }

  @Test(
    "refuses everything that XML can do besides",
    arguments: [
      "", " ", "a", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b></a>", "<a b=c></a>",
      "<a b='<'></a>", "<!DOCTYPE a [<!ENTITY e 'e'>]><a>&e;</a>", "<a>&e;</a>", "<a>&</a>",
      "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#99999999999;</a>", "<a>&amp</a>",
      "<a><![CDATA[x]]></a>", "<a><!-- x --></a>", "<a><?x y?></a>", "<a>\u{1}</a>", "< a/>", "<a",
      "<a b='1'c='2'/>", "<a></a", "<>", "<a/ >", "<é/>",
    ])
  func refuses(_ text: String) { #expect(throws: XMLError.self) { try parse(text) } }

  @Test("bounds depth and count, and refuses what is not UTF-8")
  func bounds() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(throws: XMLError.self) { try parse(deep) }
    let many = "<r>" + String(repeating: "<a/>", count: XMLReader.elementLimit) + "</r>"
    #expect(throws: XMLError.self) { try parse(many) }
    #expect(throws: XMLError.self) {
      try XMLElement(parsing: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8))
    }
  }
}
