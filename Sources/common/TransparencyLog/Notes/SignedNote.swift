// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// One signature line of a note.
public struct NoteSignature: Equatable, Sendable {
  public let name: String
  public let keyID: UInt32
  /// Whatever the key's type makes of it; 64 bytes for Ed25519.
  public let bytes: [UInt8]

  var line: String {
    "— \(name) " + Base64.encode(NoteVerifier.bytes(keyID) + bytes, .standard) + "\n"
  }

  init(name: String, keyID: UInt32, bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  init(line: Substring) throws {
    guard line.hasPrefix("— ") else { throw ProofError.malformed }
    let parts = line.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, NoteVerifier.isName(String(parts[0])),
      let decoded = try? Base64.decode(parts[1], .standard), decoded.count >= 5
    else { throw ProofError.malformed }
    name = String(parts[0])
    keyID = decoded[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    bytes = Array(decoded[4...])
  }
}

/// Text and its signatures (C2SP signed-note).
public struct SignedNote: Equatable, Sendable {
  static let sizeLimit = 1_000_000
  static let signatureLimit = 100

  /// Ends with a newline.
  public let text: String
  public let signatures: [NoteSignature]

  /// - Throws: ``ProofError/malformed``, ``ProofError/tooLarge``.
  public init(parsing bytes: [UInt8]) throws {
    guard bytes.count <= Self.sizeLimit else { throw ProofError.tooLarge }
    guard let whole = String(validating: bytes, as: UTF8.self),
      bytes.allSatisfy({ $0 >= 32 || $0 == 0x0A }),
      let split = Self.lastBlankLine(bytes)
    else { throw ProofError.malformed }
    _ = whole
    text = String(decoding: bytes[...split], as: UTF8.self)
    let tail = String(decoding: bytes[(split + 2)...], as: UTF8.self)
    guard tail.hasSuffix("\n") else { throw ProofError.malformed }
    let lines = tail.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count <= Self.signatureLimit else { throw ProofError.tooLarge }
    signatures = try lines.map(NoteSignature.init(line:))
  }

  /// Signs `text`, which must end with a newline.
  public static func sign(text: String, by signers: [NoteSigner]) throws -> SignedNote {
    guard text.utf8.last == 0x0A, !signers.isEmpty else { throw ProofError.malformed }
    let signatures = signers.map { $0.sign(Array(text.utf8)) }
    return try SignedNote(parsing: Self.encode(text, signatures))
  }

  public var encoded: [UInt8] { Self.encode(text, signatures) }

  /// The known keys that signed, each once, in the order of their lines.
  /// - Throws: ``ProofError/badSignature`` when a line claims a known key and does not verify,
  ///   ``ProofError/unknownKey`` when no line is of a known key.
  public func verifiedSigners(among known: [NoteVerifier]) throws -> [NoteVerifier] {
    var signers: [NoteVerifier] = []
    for signature in signatures {
      let candidates = known.filter {
        $0.name.utf8.elementsEqual(signature.name.utf8) && $0.keyID == signature.keyID
      }
      guard candidates.count <= 1 else { throw ProofError.badSignature }
      guard let verifier = candidates.first, !signers.contains(verifier) else { continue }
      guard verifier.publicKey.isValid(signature: signature.bytes, of: Array(text.utf8)) else {
        throw ProofError.badSignature
      }
      signers.append(verifier)
    }
    guard !signers.isEmpty else { throw ProofError.unknownKey }
    return signers
  }

  private static func encode(_ text: String, _ signatures: [NoteSignature]) -> [UInt8] {
    Array((text + "\n" + signatures.map(\.line).joined()).utf8)
  }

  /// The index of the first of the two newlines that end the text.
  private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 3 else { return nil }
    return (0..<bytes.count - 1).reversed().first { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
  }
}
