// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Kit correction")
struct KitCorrectionTests {
  private let random = SeededRandom(seed: "correction")

  private func propose(_ text: [UInt8]) throws -> KitCorrection? {
    try KitCorrection.propose(
      for: SecretBytes(copying: text), identifierLabel: RecoveryKitTests.label)
  }

  private func characters(_ text: SecretBytes) throws -> [UInt8] {
    try KitText(text).characters.withUnsafeBytes { Array($0) }
  }

  private func kitCharacters() throws -> [UInt8] {
    try characters(RecoveryKitTests.kit().text())
  }

  private func number(below bound: Int) -> Int {
    Int(random.bytes(1)[0]) % bound
  }

  /// Distinct positions in the data part.
  private func positions(_ count: Int) -> [Int] {
    var chosen: Set<Int> = []
    while chosen.count < count { chosen.insert(5 + number(below: 71)) }
    return chosen.sorted()
  }

  private func substituted(_ text: [UInt8], at positions: [Int]) -> [UInt8] {
    var damaged = text
    for position in positions {
      while damaged[position] == text[position] {
        damaged[position] = Codex32Alphabet.character(of: random.bytes(1)[0])
      }
    }
    return damaged
  }

  private func expect(_ damaged: [UInt8], corrects text: [UInt8], at positions: [Int]) throws {
    let proposal = try #require(try propose(damaged))
    #expect(try characters(proposal.text) == text)
    #expect(proposal.groups.map(\.number) == Set(positions.map { $0 / 4 + 1 }).sorted())
    for group in proposal.groups {
      let start = (group.number - 1) * 4
      #expect(group.proposed.withUnsafeBytes { Array($0) } == Array(text[start..<start + 4]))
    }
  }

  @Test("one wrong character is found wherever it is")
  func everySingle() throws {
    let text = try kitCharacters()
    for position in 5..<76 {
      try expect(substituted(text, at: [position]), corrects: text, at: [position])
    }
  }

  @Test("up to four wrong characters are found", arguments: 1...4)
  func substitutions(_ count: Int) throws {
    let text = try kitCharacters()
    for _ in 0..<20 {
      let positions = positions(count)
      try expect(substituted(text, at: positions), corrects: text, at: positions)
    }
  }

  @Test("up to eight illegible characters are found", arguments: 1...8)
  func erasures(_ count: Int) throws {
    let text = try kitCharacters()
    for _ in 0..<10 {
      let positions = positions(count)
      var damaged = text
      for position in positions { damaged[position] = UInt8(ascii: "?") }
      try expect(damaged, corrects: text, at: positions)
    }
  }

  @Test("illegible and wrong characters together are found", arguments: [(2, 3), (4, 2), (6, 1)])
  func mixed(_ erased: Int, _ wrong: Int) throws {
    let text = try kitCharacters()
    for _ in 0..<10 {
      let positions = positions(erased + wrong).shuffled()
      var damaged = substituted(text, at: Array(positions.prefix(wrong)))
      for position in positions.dropFirst(wrong) { damaged[position] = UInt8(ascii: "b") }
      try expect(damaged, corrects: text, at: positions)
    }
  }

  @Test("any three groups in a row can be torn off")
  func bursts() throws {
    let text = try kitCharacters()
    for group in 2..<17 {
      var damaged = text
      let torn = group * 4..<group * 4 + 12
      for position in torn { damaged[position] = UInt8(ascii: "?") }
      try expect(damaged, corrects: text, at: Array(torn))
    }
  }

  @Test("a wrong prefix and mixed case are put right")
  func prefixAndCase() throws {
    let text = try kitCharacters()
    try expect(Array("nemo".utf8) + text.dropFirst(4), corrects: text, at: [0])
    try expect(Array("MEMO".utf8) + text.dropFirst(4), corrects: text, at: [])
  }

  @Test("a character left out or one too many is found")
  func insertionsAndDeletions() throws {
    let text = try kitCharacters()
    for position in stride(from: 0, to: 76, by: 5) {
      var shorter = text
      shorter.remove(at: position)
      let found = try #require(try propose(shorter))
      #expect(try characters(found.text) == text)
      var longer = text
      longer.insert(UInt8(ascii: "q"), at: position)
      let other = try #require(try propose(longer))
      #expect(try characters(other.text) == text)
      #expect(other.groups.count == 1)
    }
  }

  @Test("a share is corrected as well as a kit")
  func shares() throws {
    let shares = try RecoveryKitTests.kit().split(needed: 2, of: 2, random: random)
    for share in shares {
      let text = try characters(share.text())
      let positions = positions(3)
      try expect(substituted(text, at: positions), corrects: text, at: positions)
    }
  }

  @Test("a valid text needs no proposal")
  func validText() throws {
    #expect(try propose(kitCharacters()) == nil)
    #expect(try propose(Array(RecoveryKitTests.string(RecoveryKitTests.kit().lines()).utf8)) == nil)
  }

  @Test("never proposes a kit that its identifier does not confirm")
  func tooFar() throws {
    let text = try kitCharacters()
    for count in 5...12 {
      for _ in 0..<10 {
        guard let proposal = try propose(substituted(text, at: positions(count))) else { continue }
        let kit = try? RecoveryKit(
          parsing: proposal.text, identifierLabel: RecoveryKitTests.label)
        let share = try? KitShare(parsing: proposal.text)
        #expect(kit != nil || share != nil)
      }
    }
  }

  @Test("random texts of every length give nothing, never a trap")
  func hostile() throws {
    for round in 0..<400 {
      let length = round % 100
      #expect(try propose(random.bytes(length)) == nil)
      let symbols = random.bytes(length).map { Codex32Alphabet.character(of: $0) }
      #expect(try propose(symbols) == nil)
    }
    #expect(try propose(Array(repeating: UInt8(ascii: "?"), count: 76)) == nil)
    #expect(throws: KitError.self) { try propose(Array(repeating: 0x71, count: 5000)) }
  }
}
