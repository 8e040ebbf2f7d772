// SPDX-License-Identifier: Apache-2.0
internal import Sodium

extension KitCorrection {
  /// The valid characters within reach of these 76, in lower case; nil if there are none.
  /// - Parameter substitutions: whether characters of the alphabet may be wrong too.
  static func corrected(
    _ typed: SecretBytes, _ identifierLabel: [UInt8], substitutions: Bool = true
  ) throws -> SecretBytes? {
    let lead = Codex32Flavour.memo.leadCount
    let dataCount = KitText.count - lead
    var symbols = typed.withUnsafeBytes {
      $0.dropFirst(lead).map { Codex32Alphabet.symbol(of: $0) ?? 0 }
    }
    defer { Memory.wipe(&symbols) }
    let missing = typed.withUnsafeBytes { typed in
      (0..<dataCount).filter { !KitText.isPossible(typed[lead + $0], at: lead + $0) }
    }.map { dataCount - 1 - $0 }
    let checksum = Codex32Checksum.short
    let residue = checksum.residue(of: symbols, from: Codex32Flavour.memo.initialResidue)
    guard
      let errors = Codex32Decoder.errors(
        difference: residue ^ checksum.target, missing: missing, count: dataCount),
      substitutions || errors.count <= missing.count
    else { return nil }
    for error in errors { symbols[dataCount - 1 - error.power] ^= error.value }
    let found = try characters(of: symbols)
    return isValid(found, identifierLabel) ? found : nil
  }

  /// With an illegible character put in before `position`.
  static func inserting(into typed: SecretBytes, at position: Int) throws -> SecretBytes {
    try SecretBytes(count: typed.count + 1) { output in
      typed.withUnsafeBytes { typed in
        for index in output.indices {
          output[index] =
            index == position
            ? UInt8(ascii: "?") : typed[index < position ? index : index - 1]
        }
      }
    }
  }

  /// Without the character at `position`.
  static func removing(from typed: SecretBytes, at position: Int) throws -> SecretBytes {
    try SecretBytes(count: typed.count - 1) { output in
      typed.withUnsafeBytes { typed in
        for index in output.indices {
          output[index] = typed[index < position ? index : index + 1]
        }
      }
    }
  }

  static func lowercasedGroup(_ number: Int, of typed: SecretBytes) throws -> SecretBytes? {
    guard let group = try KitText.group(number, of: typed) else { return nil }
    return try SecretBytes(count: group.count) { output in
      group.withUnsafeBytes { group in
        for index in group.indices { output[index] = Codex32Alphabet.lowercased(group[index]) }
      }
    }
  }

  private static func characters(of symbols: [UInt8]) throws -> SecretBytes {
    let lead = Codex32Flavour.memo.prefix + [UInt8(ascii: "1")]
    return try SecretBytes(count: lead.count + symbols.count) { output in
      for (index, character) in lead.enumerated() { output[index] = character }
      for (index, symbol) in symbols.enumerated() {
        output[lead.count + index] = Codex32Alphabet.character(of: symbol)
      }
    }
  }

  /// A kit that agrees with its own identifier, or any share.
  static func isValid(_ characters: SecretBytes, _ identifierLabel: [UInt8]) -> Bool {
    if (try? RecoveryKit(parsing: characters, identifierLabel: identifierLabel)) != nil {
      return true
    }
    return (try? KitShare(parsing: characters)) != nil
  }
}
