// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("EDTF dates from hostile text")
struct EDTFFuzzTests {
  static let seeds = [
    "2021-03-14T23:05:00.5+01:00", "2004?-~06-%11", "156X-12-2X", "1984-06-02?/2004-08-08~",
    "[-1667,1668,1670..1672]", "{1760-01,1760-12..}", "Y-3388E2S3", "-1950S2", "2001-21/2003-24",
    "../2020-06", "2020-06/", "197~", "XXXX-XX-XX",
  ]
  static let alphabet = Array("0123456789XYTZES?~%-+/.,:[]{} ".utf8)

  @Test("reads or refuses every string of its own characters")
  func randomStrings() {
    let bytes = SeededRandom(seed: "edtf strings").bytes(20_000 * 20)
    for start in stride(from: 0, to: bytes.count, by: 20) {
      let length = Int(bytes[start]) % 19
      check(
        bytes[(start + 1)...].prefix(length).map { Self.alphabet[Int($0) % Self.alphabet.count] })
    }
  }

  @Test("reads or refuses every mutation of a date", arguments: seeds)
  func mutations(_ seed: String) {
    let bytes = SeededRandom(seed: "edtf " + seed).bytes(3 * 2000)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var text = Array(seed.utf8)
      let place = Int(bytes[index]) % text.count
      switch bytes[index + 1] % 4 {
      case 0: text[place] = Self.alphabet[Int(bytes[index + 2]) % Self.alphabet.count]
      case 1: text.insert(Self.alphabet[Int(bytes[index + 2]) % Self.alphabet.count], at: place)
      case 2: text.remove(at: place)
      default: text[place] ^= 1 << (bytes[index + 2] % 8)
      }
      check(text)
    }
  }

  @Test("reads or refuses every truncation and bytes that are no text", arguments: seeds)
  func truncations(_ seed: String) {
    for length in 0...seed.utf8.count { check(Array(seed.utf8.prefix(length))) }
    for byte in UInt8.min...UInt8.max { check(Array(seed.utf8) + [byte]) }
  }

  /// An accepted date is in order and has words; a refused one has its error.
  private func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let date = try EDTFDate(text)
      #expect(date.text.utf8.elementsEqual(text.utf8))
      #expect(date.earliestKey <= date.latestKey, "\(text)")
      #expect(!date.french.isEmpty && !date.english.isEmpty, "\(text)")
      if let day = date.earliest?.day { #expect(day.isValid, "\(text)") }
      if let day = date.latest?.day { #expect(day.isValid, "\(text)") }
      #expect(date.overlaps(since: date, until: date), "\(text)")
      #expect(date.overlaps(since: nil, until: nil), "\(text)")
    } catch {
      #expect(error as? EvidenceError == .invalidField("when"), "\(text)")
    }
  }
}
