// SPDX-License-Identifier: Apache-2.0
public import Sodium

extension Codex32String {
  /// Reads the text form, all upper or all lower case.
  /// - Throws: ``Codex32Error``.
  public init(parsing text: SecretBytes, flavour: Codex32Flavour) throws {
    self = try text.withUnsafeBytes { try Codex32String(characters: $0, flavour: flavour) }
  }

  private init(characters: UnsafeRawBufferPointer, flavour: Codex32Flavour) throws {
    try Self.checkCase(characters)
    guard characters.count > flavour.leadCount else { throw Codex32Error.wrongLength }
    let lead = characters.prefix(flavour.leadCount).map(Codex32Alphabet.lowercased)
    guard lead == flavour.prefix + [UInt8(ascii: "1")] else { throw Codex32Error.wrongPrefix }
    let data = UnsafeRawBufferPointer(rebasing: characters[flavour.leadCount...])
    let payloadCount = try Self.payloadCount(dataCount: data.count)
    let symbols = try SecretBytes(count: data.count) { output in
      for (index, character) in data.enumerated() {
        guard let symbol = Codex32Alphabet.symbol(of: character) else {
          throw Codex32Error.wrongCharacter(at: index + flavour.leadCount)
        }
        output[index] = symbol
      }
    }
    let checksum = Codex32Checksum.forPayload(count: payloadCount)
    let residue = symbols.withUnsafeBytes {
      checksum.residue(of: $0, from: flavour.initialResidue)
    }
    guard residue == checksum.target else { throw Codex32Error.wrongChecksum }
    let header = symbols.withUnsafeBytes { Array($0.prefix(Self.headerCount)) }
    try self.init(
      flavour: flavour, threshold: Self.threshold(data[0]), identifier: Array(header[1...4]),
      shareIndex: header[5],
      payload: symbols.slice(Self.headerCount..<Self.headerCount + payloadCount))
  }

  /// The text in lower case, in guarded memory.
  public func encoded() throws -> SecretBytes {
    let checksum = Codex32Checksum.forPayload(count: payload.count)
    let lead = flavour.prefix + [UInt8(ascii: "1")]
    let header = header
    let start = checksum.residue(of: header, from: flavour.initialResidue)
    return try payload.withUnsafeBytes { payload in
      var tail = checksum.symbols(completing: checksum.residue(of: payload, from: start))
      defer { Memory.wipe(&tail) }
      let count = lead.count + header.count + payload.count + tail.count
      return try SecretBytes(count: count) { output in
        var index = 0
        func append(_ character: UInt8) {
          output[index] = character
          index += 1
        }
        lead.forEach(append)
        for symbol in header { append(Codex32Alphabet.character(of: symbol)) }
        for symbol in payload { append(Codex32Alphabet.character(of: symbol)) }
        for symbol in tail { append(Codex32Alphabet.character(of: symbol)) }
      }
    }
  }

  private static func checkCase(_ characters: UnsafeRawBufferPointer) throws {
    let upper = characters.contains(where: Codex32Alphabet.isUppercase)
    let lower = characters.contains(where: Codex32Alphabet.isLowercase)
    guard !(upper && lower) else { throw Codex32Error.mixedCase }
  }

  /// Payload symbols in a data part; 94 and 95 characters are neither short nor long.
  private static func payloadCount(dataCount: Int) throws -> Int {
    let short = dataCount - headerCount - Codex32Checksum.short.count
    let count = short <= longestShortPayload ? short : short - 2
    guard isPayloadCount(count), short <= longestShortPayload || count > longestShortPayload
    else { throw Codex32Error.wrongLength }
    return count
  }

  private static func threshold(_ character: UInt8) throws -> Int {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else {
      throw Codex32Error.wrongThreshold
    }
    return Int(character - UInt8(ascii: "0"))
  }
}
