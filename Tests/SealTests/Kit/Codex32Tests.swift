// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("codex32")
struct Codex32Tests {
  struct File: Decodable {
    struct Secret: Decodable { let secret, hex: String }
    struct Recovery: Decodable {
      let shares: [String]
      let derived: [String: String]
    }
    let secrets: [Secret]
    let recoveries: [Recovery]
    let invalid: [String]
  }

  @Test("codex32 vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let file = try Vectors.decode(File.self, "codex32.json")
    for item in file.secrets { try check(item) }
    for item in file.recoveries { try check(item) }
    for text in file.invalid {
      #expect(throws: Codex32Error.self, "\(text)") { try parse(text) }
    }
    let derived = file.recoveries.reduce(0) { $0 + $1.derived.count }
    let count = file.secrets.count + derived + file.invalid.count
    #expect(count > 0)
    print("codex32 vectors: \(count)")
  }

  private func check(_ item: File.Secret) throws {
    let string = try parse(item.secret)
    let bytes = try SecretBytes(copying: Hex.decode(item.hex))
    #expect(try string.secret() == bytes)
    #expect(try text(of: string) == item.secret.lowercased())
    let made = try Codex32String(
      secret: bytes, flavour: .masterSeed, threshold: string.threshold,
      identifier: string.identifier)
    #expect(try made.secret() == bytes)
    if Codex32Payload.hasZeroPadding(string.payload) {
      #expect(try text(of: made) == item.secret.lowercased())
    }
  }

  private func check(_ item: File.Recovery) throws {
    let shares = try item.shares.map { try parse($0) }
    let threshold = try #require(shares.first).threshold
    for (letter, expected) in item.derived {
      let index = try #require(letter.utf8.first.flatMap(Codex32Alphabet.symbol))
      let derived = try Codex32String.interpolated(
        from: Array(shares.prefix(threshold)), at: index)
      #expect(try text(of: derived) == expected.lowercased())
      #expect(try parse(expected).shareIndex == index)
    }
  }

  private func parse(_ text: String, _ flavour: Codex32Flavour = .masterSeed) throws
    -> Codex32String
  {
    try Codex32String(parsing: SecretBytes(copying: Array(text.utf8)), flavour: flavour)
  }

  private func text(of string: Codex32String) throws -> String {
    try string.encoded().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test("the initial residue follows from the prefix: BIP-93's for ms, ours for memo")
  func initialResidues() {
    #expect(Codex32Flavour.masterSeed.initialResidue == 0x23181b3)
    #expect(Codex32Flavour.memo.initialResidue == 0x2318c60695af)
  }

  @Test("names what is wrong with a text")
  func errors() throws {
    let valid = "ms10testsxxxxxxxxxxxxxxxxxxxxxxxxxx4nzvca9cmczlw"
    #expect(try parse(valid).threshold == 0)
    #expect(try parse(valid.uppercased()).isSecret)
    let cases: [(String, Codex32Error)] = [
      ("", .wrongLength), ("ms1", .wrongLength), (String(valid.dropLast()), .wrongLength),
      ("MS" + valid.dropFirst(2), .mixedCase), ("mt" + valid.dropFirst(2), .wrongPrefix),
      (valid.replacing("testsx", with: "testsb"), .wrongCharacter(at: 9)),
      (valid.replacing("testsx", with: "testsé").dropLast().description, .wrongCharacter(at: 9)),
      (valid.replacing("testsx", with: "testsq"), .wrongChecksum),
    ]
    for (text, error) in cases { #expect(throws: error, "\(text)") { try parse(text) } }
    #expect(throws: Codex32Error.wrongPrefix) { try parse(valid, .memo) }
  }

  @Test("encodes and reads back every length of secret, short and long")
  func lengths() throws {
    let random = SeededRandom(seed: "codex32 lengths")
    for flavour in [Codex32Flavour.masterSeed, .memo] {
      for count in 16...64 {
        let secret = try random.secret(count)
        let string = try Codex32String(
          secret: secret, flavour: flavour, threshold: 0, identifier: [1, 2, 3, 4])
        let again = try Codex32String(parsing: string.encoded(), flavour: flavour)
        #expect(try again.secret() == secret)
        #expect(again.identifier == [1, 2, 3, 4])
      }
    }
    for count in [0, 15, 65] {
      #expect(throws: Codex32Error.wrongLength) {
        try Codex32String(
          secret: random.secret(count), flavour: .memo, threshold: 0, identifier: [1, 2, 3, 4])
      }
    }
  }

  @Test("refuses thresholds and indices that no string has")
  func headers() throws {
    let secret = try SecretBytes.random(count: 16)
    for threshold in [-1, 1, 10, Int.max] {
      #expect(throws: Codex32Error.wrongThreshold) {
        try Codex32String(
          secret: secret, flavour: .memo, threshold: threshold, identifier: [0, 0, 0, 0])
      }
    }
    for (threshold, index) in [(0, 15), (2, 32), (2, 255)] as [(Int, UInt8)] {
      #expect(throws: Codex32Error.wrongShareIndex) {
        try Codex32String(
          flavour: .memo, threshold: threshold, identifier: [0, 0, 0, 0], shareIndex: index,
          payload: Codex32Payload.symbols(of: secret))
      }
    }
  }

  @Test("a share has no secret of its own, and cannot be split")
  func shareIsNoSecret() throws {
    let secret = try Codex32String(
      secret: .random(count: 16), flavour: .masterSeed, threshold: 2, identifier: [0, 0, 0, 0])
    let share = try #require(secret.split(into: 2, random: SystemRandom()).first)
    #expect(throws: Codex32Error.notTheSecret) { try share.secret() }
    #expect(throws: Codex32Error.notTheSecret) {
      try share.split(into: 2, random: SystemRandom())
    }
    let whole = try Codex32String(
      secret: .random(count: 16), flavour: .masterSeed, threshold: 0, identifier: [0, 0, 0, 0])
    #expect(throws: Codex32Error.wrongThreshold) {
      try whole.split(into: 2, random: SystemRandom())
    }
    for count in [1, 32] {
      #expect(throws: Codex32Error.wrongShareCount) {
        try secret.split(into: count, random: SystemRandom())
      }
    }
  }

  @Test("thirty-one share indices, none of them the secret's")
  func shareIndices() {
    #expect(Set(Codex32Alphabet.shareIndices).count == 31)
    #expect(!Codex32Alphabet.shareIndices.contains(Codex32String.secretIndex))
  }

  @Test("the fields are fields: every element but zero has its inverse")
  func fields() {
    for element in 1..<32 as Range<UInt8> {
      #expect(GF32.multiply(element, GF32.inverse(element)) == 1)
    }
    for low in 0..<32 as Range<UInt8> {
      for high in 0..<32 as Range<UInt8> where low | high != 0 {
        let element = GF1024(low: low, high: high)
        #expect(element * element.inverse == .one)
      }
    }
    #expect(Set((0..<93).map { "\(GF1024.betaPower($0))" }).count == 93)
    #expect(GF1024.betaPower(92) * GF1024.beta == .one)
    #expect(GF1024.betaPower(-1) * GF1024.beta == .one)
  }

  @Test("random texts and flipped bits are refused, never a trap")
  func hostile() throws {
    let random = SeededRandom(seed: "codex32 hostile")
    let valid = try Codex32String(
      secret: random.secret(32), flavour: .memo, threshold: 0, identifier: [1, 2, 3, 4]
    ).encoded().withUnsafeBytes { Array($0) }
    var inputs = (0..<valid.count).map { Array(valid.prefix($0)) }
    for bit in 0..<valid.count * 8 {
      var flipped = valid
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      inputs.append(flipped)
    }
    for round in 0..<2000 { inputs.append(random.bytes(round % 140)) }
    for _ in 0..<2000 {
      let symbols = random.bytes(60 + Int(random.bytes(1)[0]) % 70)
      inputs.append(Array("memo10".utf8) + symbols.map { Codex32Alphabet.character(of: $0) })
    }
    for input in inputs {
      #expect(throws: Codex32Error.self) {
        try Codex32String(parsing: SecretBytes(copying: input), flavour: .memo)
      }
    }
  }
}
