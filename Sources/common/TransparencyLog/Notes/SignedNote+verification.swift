// SPDX-License-Identifier: Apache-2.0
import Sodium

extension SignedNote {
  /// The known keys that signed this note, each once, in the order of their signatures.
  ///
  /// As golang.org/x/mod: signatures by other keys are passed over, one that bears a known key's name
  /// and id must verify, and of several such the first counts.
  /// - Throws: ``NoteError/unknownKey`` when no signature is by a known key,
  ///   ``NoteError/badSignature``, ``NoteError/ambiguousKey``.
  public func verifiedSigners(among verifiers: [NoteVerifier]) throws -> [NoteVerifier] {
    var verified: [NoteVerifier] = []
    for signature in signatures {
      let known = verifiers.filter { $0.key.isNamed(by: signature) }
      guard let verifier = known.first else { continue }
      guard known.count == 1 else { throw NoteError.ambiguousKey }
      if verified.contains(verifier) { continue }
      guard verifier.publicKey.isValid(signature: signature.signature, of: bytes) else {
        throw NoteError.badSignature
      }
      verified.append(verifier)
    }
    guard !verified.isEmpty else { throw NoteError.unknownKey }
    return verified
  }
}
