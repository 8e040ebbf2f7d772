// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import AgeFormat

@Suite("Header")
struct HeaderTests {
  private let version = "age-encryption.org/v1\n"
  private let mac = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"

  private func parse(_ text: String) throws -> Header { try Header(Array(text.utf8)) }

  @Test("gives back the stanzas, of any type, and encodes to the same bytes")
  func roundTrip() throws {
    let text =
      version + "-> grease !~ x\n\n-> X\n" + String(repeating: "A", count: 64) + "\n\n" + mac
    let header = try parse(text)
    #expect(header.stanzas.map(\.type) == ["grease", "X"])
    #expect(header.stanzas.map(\.arguments) == [["!~", "x"], []])
    #expect(header.stanzas.map(\.body.count) == [0, 48])
    #expect(header.mac == [UInt8](repeating: 0, count: 32))
    #expect(header.encoded == Array(text.utf8))
  }

  /// What may not stand between the version line and the MAC.
  private static let malformedStanzas: [String] = [
    "", "->\n\n", "-> \n\n", "->X\n\n", "-> X \n\n", "->  X\n\n", "-> X\u{7f}\n\n", "-> é\n\n",
    "-> X\n", "-> X\nAAAA\n\n", "-> X\nAAA=\n", "-> X\nAAB\n", "-> X\nA A\n", "-> X\nAAAA\r\n",
    "\n-> X\n\n", "-> X\n\(String(repeating: "A", count: 68))\n",
    "-> X\n\(String(repeating: "A", count: 64))\n", "-> scrypt\n\n-> X\n\n",
    "-> X\n\n-> scrypt\n\n",
    "-> scrypt\n\n-> scrypt\n\n", "-- X\n\n", "X\n", "-> X\nAAAA\n ",
  ]

  @Test("refuses what the grammar does not allow in a stanza", arguments: malformedStanzas)
  func malformedStanza(_ stanza: String) throws {
    #expect(throws: AgeError.headerFailure) { try parse(version + stanza + mac) }
  }

  /// What may not close a header: 43 letters A in place of `M`.
  private static let malformedEnds: [String] = [
    "", "---\n", "--- \n", "---M\n", "---  M\n", "--- M \n", "--- MA\n", "--- M=\n", "--- M",
    "--- M\r\n",
    "--- M\n\n", "--- M\nx", "---- M\n", "-- M\n", "--- M M\n",
  ]

  @Test("refuses what the grammar does not allow at the end", arguments: malformedEnds)
  func malformedEnd(_ end: String) throws {
    let letters = String(repeating: "A", count: 43)
    let text = end.split(separator: "M", omittingEmptySubsequences: false).joined(
      separator: letters)
    #expect(throws: AgeError.headerFailure) { try parse(version + "-> X\n\n" + text) }
    // Not canonical: the last letter has bits that no byte uses.
    let other = "--- \(letters.dropLast())B\n"
    #expect(throws: AgeError.headerFailure) { try parse(version + "-> X\n\n" + other) }
  }

  @Test("refuses another version line")
  func versions() throws {
    let rest = "-> X\n\n" + mac
    for line in ["", "age-encryption.org/v2\n", "age-encryption.org/v1\r\n", " " + version] {
      #expect(throws: AgeError.headerFailure, "\(line)") { try parse(line + rest) }
    }
    #expect(throws: Never.self) { try parse(version + rest) }
  }

  @Test("takes no more stanzas, and no more bytes, than its limits")
  func limits() throws {
    let most = String(repeating: "-> X\n\n", count: AgeV1.maximumStanzaCount)
    #expect(try parse(version + most + mac).stanzas.count == AgeV1.maximumStanzaCount)
    #expect(throws: AgeError.headerFailure) { try parse(version + most + "-> X\n\n" + mac) }
    let argument = String(repeating: "x", count: AgeV1.maximumHeaderCount)
    #expect(throws: AgeError.headerFailure) { try parse(version + "-> \(argument)\n\n" + mac) }
    let body = String(repeating: String(repeating: "A", count: 64) + "\n", count: 20_000)
    #expect(throws: AgeError.headerFailure) { try parse(version + "-> X\n\(body)\n" + mac) }
  }

  @Test("reads no more of an endless line than its limit")
  func endlessLine() {
    let source = EndlessSource()
    #expect(throws: AgeError.headerFailure) {
      try AgeDecryptor(source: source, identities: [], framing: .binary)
    }
    #expect(source.count <= 3 * AgeV1.maximumHeaderCount)
  }
}

/// The letter A for ever.
private final class EndlessSource: ByteSource {
  private(set) var count = 0

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    for index in buffer.indices { buffer[index] = UInt8(ascii: "A") }
    count += buffer.count
    return buffer.count
  }
}
