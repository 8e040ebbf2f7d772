// SPDX-License-Identifier: Apache-2.0
import Foundation
import Hashing
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  private func hex(_ digest: SHA256Digest) -> String {
    digest.bytes.map { String(format: "%02x", $0) }.joined()
  }

  /// FIPS 180-4 examples: none, one and two blocks.
  @Test(
    "gives the known digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func knownDigests(_ text: String, _ expected: String) {
    #expect(hex(SHA256.hash(Array(text.utf8))) == expected)
  }

  @Test("gives the known digest of a million letters, in pieces")
  func million() {
    var hasher = SHA256()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    for _ in 0..<1000 { hasher.update(piece) }
    #expect(
      hex(hasher.finalize()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("in pieces gives the same as at once, empty pieces among them")
  func pieces() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for piece in [1, 55, 56, 63, 64, 65, 299] {
      var hasher = SHA256()
      hasher.update([])
      hasher.update(UnsafeRawBufferPointer(start: nil, count: 0))
      for start in stride(from: 0, to: bytes.count, by: piece) {
        bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { hasher.update($0) }
      }
      #expect(hasher.finalize() == SHA256.hash(bytes))
    }
  }

  @Test("a digest has 32 bytes", arguments: [0, 31, 33])
  func digestLength(_ count: Int) {
    #expect(SHA256Digest([UInt8](repeating: 0, count: count)) == nil)
    #expect(SHA256Digest([UInt8](repeating: 0, count: 32)) != nil)
  }
}
