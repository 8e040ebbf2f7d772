// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remote
import Testing

@Suite("Labels")
struct LabelTests {
  @Test("are all distinct, and none is the beginning of another")
  func prefixFree() {
    let all = Label.allCases.map(\.bytes)
    #expect(Set(all).count == all.count)
    for (index, label) in all.enumerated() {
      for (other, bytes) in all.enumerated() where other != index {
        #expect(!bytes.starts(with: label), "\(Label.allCases[index])")
      }
    }
  }

  @Test("are ASCII between `memo/v1/` and the only zero byte")
  func shape() {
    for label in Label.allCases {
      #expect(label.bytes.starts(with: Array("memo/v1/".utf8)))
      #expect(label.bytes.firstIndex(of: 0) == label.bytes.count - 1)
      #expect(label.bytes.dropLast().allSatisfy { (0x21..<0x7F).contains($0) })
    }
  }

  @Test("are those that Format.md lists, all of them")
  func documented() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/Format.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "## 10. Labels").last)
    let parts = section.components(separatedBy: "`")
    let quoted = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    #expect(quoted.first == "memo/v1/")
    #expect(Set(quoted.dropFirst()) == Set(Label.allCases.map(\.rawValue)))
    #expect(quoted.count - 1 == Label.allCases.count)
  }
}
