// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Recovery kit")
struct RecoveryKitTests {
  static let label = Array("test identifier".utf8)

  static func kit(_ seed: String = "kit") throws -> RecoveryKit {
    try RecoveryKit(secret: SeededRandom(seed: seed).secret(32), identifierLabel: label)
  }

  static func string(_ text: SecretBytes) -> String {
    text.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  static func secret(_ text: some StringProtocol) throws -> SecretBytes {
    try SecretBytes(copying: Array(text.utf8))
  }

  private func parse(_ text: some StringProtocol) throws -> RecoveryKit {
    try RecoveryKit(parsing: Self.secret(text), identifierLabel: Self.label)
  }

  @Test("is nineteen groups of four, of threshold 0, that give the secret back")
  func roundTrip() throws {
    let kit = try Self.kit()
    let text = try Self.string(kit.text())
    let groups = text.split(separator: " ", omittingEmptySubsequences: false)
    #expect(groups.count == RecoveryKit.groupCount)
    #expect(groups.allSatisfy { $0.count == 4 })
    #expect(text.hasPrefix("memo 10"))
    #expect(try parse(text).secret == kit.secret)
    for number in 1...RecoveryKit.groupCount {
      let group = try #require(try kit.group(number))
      #expect(Self.string(group) == groups[number - 1])
      try RecoveryKit.check(group: group, number: number)
    }
    for number in [Int.min, -1, 0, 20, Int.max] { #expect(try kit.group(number) == nil) }
  }

  /// Made with BIP-93's own Python code, its residue replaced by ours.
  @Test("the kit of a known secret is known")
  func knownKit() throws {
    let secret = try SecretBytes(copying: 0..<32)
    let kit = try RecoveryKit(secret: secret, identifierLabel: Self.label)
    let expected =
      "memo 104q g0sq qqsy qcyq 5rqw zqfp g9sc rgwp ugpz "
      + "ysnz s23v 9ccr ydpk 8qar c0s4 3w7d ttzf uh3d"
    #expect(try Self.string(kit.text()) == expected)
    #expect(try parse(expected).secret == secret)
  }

  @Test("the identifier is the first twenty bits of the keyed hash of the label")
  func identifier() throws {
    let kit = try Self.kit()
    let hash = try BLAKE2b.derive(key: kit.secret, message: Self.label)
      .withUnsafeBytes { Array($0.prefix(3)) }
    let bits = UInt32(hash[0]) << 12 | UInt32(hash[1]) << 4 | UInt32(hash[2]) >> 4
    let expected = [15, 10, 5, 0].map { UInt8(bits >> UInt32($0) & 31) }
    #expect(kit.string.identifier == expected)
  }

  @Test("spaces, dashes, line ends, a byte order mark and upper case do not matter")
  func layout() throws {
    let kit = try Self.kit()
    let text = try Self.string(kit.text())
    let lines = try Self.string(kit.lines())
    #expect(lines.split(separator: "\n").count == 4)
    #expect(lines.hasSuffix("\n"))
    for variant in [
      lines, lines.replacing("\n", with: "\r\n"), text.replacing(" ", with: ""),
      text.replacing(" ", with: "-"), text.uppercased(), "\u{FEFF}" + lines, "\t \(text)  \n\n",
    ] { #expect(try parse(variant).secret == kit.secret) }
  }

  @Test("names what is wrong: length, case, group, checksum")
  func errors() throws {
    let text = try Self.string(Self.kit().text()).replacing(" ", with: "")
    #expect(throws: KitError.wrongLength(found: 0)) { try parse("") }
    #expect(throws: KitError.wrongLength(found: 75)) { try parse(text.dropLast()) }
    #expect(throws: KitError.wrongLength(found: 77)) { try parse(text + "q") }
    #expect(throws: KitError.wrongLength(found: 5000)) {
      try parse(String(repeating: " ", count: 5000))
    }
    #expect(throws: KitError.mixedCase) { try parse("MEMO" + text.dropFirst(4)) }
    #expect(throws: KitError.wrongCharacter(group: 1)) { try parse("meno" + text.dropFirst(4)) }
    #expect(throws: KitError.wrongCharacter(group: 2)) { try parse("memo1l" + text.dropFirst(6)) }
    #expect(throws: KitError.wrongCharacter(group: 19)) { try parse(text.dropLast() + "b") }
    let last = text.hasSuffix("q") ? "p" : "q"
    #expect(throws: KitError.wrongChecksum) { try parse(text.dropLast() + last) }
  }

  @Test("a right checksum over a wrong identifier or spare bits is refused")
  func forgedIdentifier() throws {
    let kit = try Self.kit()
    let other = try Codex32String(
      secret: kit.secret, flavour: .memo, threshold: 0,
      identifier: kit.string.identifier.map { $0 ^ 1 })
    #expect(throws: KitError.wrongIdentifier) {
      try RecoveryKit(parsing: other.encoded(), identifierLabel: Self.label)
    }
    var symbols = kit.string.payload.withUnsafeBytes { Array($0) }
    symbols[51] ^= 1
    let spare = try Codex32String(
      flavour: .memo, threshold: 0, identifier: kit.string.identifier,
      shareIndex: Codex32String.secretIndex, payload: SecretBytes(copying: symbols))
    #expect(throws: KitError.wrongIdentifier) {
      try RecoveryKit(parsing: spare.encoded(), identifierLabel: Self.label)
    }
    #expect(throws: KitError.wrongIdentifier) {
      try RecoveryKit(parsing: kit.text(), identifierLabel: Self.label + [0])
    }
  }

  @Test("a typed group is checked alone")
  func typedGroups() throws {
    for (text, number) in [("MEMO", 1), ("10qq", 2), ("1 2-qq\n", 2), ("qpzr", 3), ("7LUA", 19)] {
      try RecoveryKit.check(group: Self.secret(text), number: number)
    }
    for (text, number) in [
      ("mem0", 1), ("11qq", 2), ("q0qq", 2), ("qpzb", 3), ("qp?r", 19), ("qqqq", 0), ("qqqq", 20),
      ("qqqq", Int.min), ("qqqq", Int.max),
    ] {
      #expect(throws: KitError.wrongCharacter(group: number)) {
        try RecoveryKit.check(group: Self.secret(text), number: number)
      }
    }
    for text in ["", "qqq", "qqqqq"] {
      #expect(throws: KitError.wrongLength(found: text.count)) {
        try RecoveryKit.check(group: Self.secret(text), number: 3)
      }
    }
  }

  @Test("another size of secret is refused", arguments: [0, 16, 31, 33, 64])
  func secretSizes(_ count: Int) {
    #expect(throws: SodiumError.invalidLength) {
      try RecoveryKit(secret: .random(count: count), identifierLabel: Self.label)
    }
  }

  @Test("never shows the secret when printed")
  func isNotPrinted() throws {
    let kit = try Self.kit()
    var shown = "\(kit)" + String(reflecting: kit)
    dump(kit, to: &shown)
    for number in 3...RecoveryKit.groupCount {
      let group = try #require(try kit.group(number))
      #expect(!shown.contains(Self.string(group)))
    }
  }

  @Test("random texts and flipped bits are refused by every reader, never a trap")
  func hostile() throws {
    let random = SeededRandom(seed: "kit hostile")
    let valid = try Array(Self.string(Self.kit().text()).utf8)
    var inputs = (0..<valid.count).map { Array(valid.prefix($0)) }
    for bit in 0..<valid.count * 8 {
      var flipped = valid
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      inputs.append(flipped)
    }
    for round in 0..<1000 { inputs.append(random.bytes(round % 200)) }
    inputs += [[UInt8](repeating: 0x20, count: 4096), [0xEF, 0xBB, 0xBF], [0xEF, 0xBB]]
    for input in inputs {
      let text = try SecretBytes(copying: input)
      let kit = try? RecoveryKit(parsing: text, identifierLabel: Self.label)
      // A flipped separator may be another separator, which is as good.
      if let kit { #expect(try Array(Self.string(kit.text()).utf8) == valid) }
      #expect(throws: KitError.self) { try KitShare(parsing: text) }
      for number in [1, 2, 19] { try? RecoveryKit.check(group: text, number: number) }
    }
  }
}
