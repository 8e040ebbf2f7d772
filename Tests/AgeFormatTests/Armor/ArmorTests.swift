// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Foundation
import TestSupport
import Testing

@Suite("Armor")
struct ArmorTests {
  private func armor(_ bytes: [UInt8], step: Int = 7) throws -> String {
    let text = Collected()
    let writer = ArmorWriter(output: text.append)
    for start in stride(from: 0, to: bytes.count, by: step) {
      try Array(bytes[start...].prefix(step)).withUnsafeBytes { try writer.write($0) }
    }
    try writer.finish()
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func decode(_ text: String) throws -> [UInt8] {
    try readAll(ArmorReader(ArraySource(Array(text.utf8))))
  }

  @Test("reads what it writes, which is what Foundation would, at every length around a line")
  func roundTrip() throws {
    for count in Array(0...150) + [49_151, 49_152, 49_153, 100_000] {
      let bytes = SeededRandom(seed: "armor \(count)").bytes(count)
      let text = try armor(bytes)
      #expect(try armor(bytes, step: 1 + count) == text)
      let body = Data(bytes).base64EncodedString(options: [
        .lineLength64Characters, .endLineWithLineFeed,
      ])
      let expected = "-----BEGIN AGE ENCRYPTED FILE-----\n\(body)\(body.isEmpty ? "" : "\n")"
      #expect(text == expected + "-----END AGE ENCRYPTED FILE-----\n")
      #expect(try decode(text) == bytes)
      #expect(try readAll(ArmorReader(MeagreSource(Array(text.utf8)))) == bytes)
    }
  }

  @Test("takes carriage returns, whitespace around it, and no line feed at the end")
  func tolerated() throws {
    let bytes = SeededRandom(seed: "tolerated").bytes(100)
    let text = try armor(bytes)
    let variants = [
      text.replacingOccurrences(of: "\n", with: "\r\n"), " \n\r\n\t\n" + text + " \n\r\n\t",
      String(text.dropLast()), String(text.dropLast()) + "\r\n",
      String(repeating: "\n", count: 1024) + text + String(repeating: " ", count: 1024),
    ]
    for variant in variants { #expect(try decode(variant) == bytes, "\(variant)") }
  }

  @Test("refuses everything else")
  func refused() throws {
    let text = try armor(SeededRandom(seed: "refused").bytes(101))
    let lines = text.split(separator: "\n").map(String.init)
    func with(_ index: Int, _ change: (String) -> String) -> String {
      var changed = lines
      changed[index] = change(lines[index])
      return changed.joined(separator: "\n") + "\n"
    }
    var variants = [
      "", "\n", "x\n" + text, text + "x", text + text, with(0) { " " + $0 }, with(0) { $0 + " " },
      with(0) { $0.lowercased() }, with(0) { _ in "-----BEGIN AGE ENCRYPTED MESSAGE-----" },
      with(4) { $0.lowercased() }, with(4) { " " + $0 }, with(4) { $0 + "x" }, with(4) { _ in "" },
      with(0) { $0 + "\nVersion: 1\n" }, String(repeating: "\n", count: 1025) + text,
      text + String(repeating: " ", count: 1025),
    ]
    for index in 1...3 {
      variants += [
        with(index) { $0 + " " }, with(index) { " " + $0 }, with(index) { $0 + "\n" },
        with(index) { "\n" + $0 }, with(index) { "*" + $0.dropFirst() },
        with(index) { $0 + "AAAA" },
        with(index) { $0 + "=" }, with(index) { "=" + $0.dropFirst() },
        with(index) { String($0.dropLast()) }, with(index) { "\r" + $0 },
      ]
    }
    for (number, variant) in variants.enumerated() {
      #expect(throws: AgeError.armorFailure, "\(number): \(variant)") { try decode(variant) }
    }
  }

  @Test("refuses bits that no byte uses, and padding that is missing, spread or inside")
  func canonical() throws {
    let (begin, end) = (
      "-----BEGIN AGE ENCRYPTED FILE-----\n", "\n-----END AGE ENCRYPTED FILE-----\n"
    )
    for body in ["AA==", "AAA=", "AAAA", "AAAABA=="] {
      #expect(throws: Never.self, "\(body)") { try decode(begin + body + end) }
    }
    for body in [
      "AB==", "AAB=", "AA", "AAA", "A===", "====", "AA=\n=", "AA==AAAA", "AAA=AAA=", "A",
    ] {
      #expect(throws: AgeError.armorFailure, "\(body)") { try decode(begin + body + end) }
    }
  }

  @Test("gives what came before the damage, then the same error each time")
  func damage() throws {
    let bytes = SeededRandom(seed: "damage").bytes(480)
    let text = try armor(bytes).replacingOccurrences(of: "-----END", with: "-----FIN")
    let reader = ArmorReader(ArraySource(Array(text.utf8)))
    var buffer = [UInt8](repeating: 0, count: 1000)
    #expect(try buffer.withUnsafeMutableBytes { try reader.read(into: $0) } == 480)
    #expect(Array(buffer.prefix(480)) == bytes)
    for _ in 0..<2 {
      #expect(throws: AgeError.armorFailure) {
        try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
      }
    }
  }

  @Test("survives truncation at every length, changed bits and noise")
  func hostile() throws {
    let bytes = SeededRandom(seed: "hostile").bytes(130)
    let text = Array(try armor(bytes).utf8)
    // Without the last line feed the armor is still complete.
    for count in 0..<text.count - 1 {
      #expect(throws: AgeError.armorFailure, "\(count)") {
        try readAll(ArmorReader(ArraySource(Array(text.prefix(count)))))
      }
    }
    for bit in 0..<text.count * 8 {
      var changed = text
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      // A changed letter may be another letter; then the bytes are others.
      if let decoded = try? readAll(ArmorReader(ArraySource(changed))) {
        #expect(decoded != bytes || bit / 8 == text.count - 1, "\(bit)")
      }
    }
    let noise = SeededRandom(seed: "armor noise")
    for count in 0..<200 {
      #expect(throws: AgeError.armorFailure) {
        try readAll(ArmorReader(ArraySource(noise.bytes(count))))
      }
    }
  }
}
