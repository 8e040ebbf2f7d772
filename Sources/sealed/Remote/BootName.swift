// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium

/// `<counter>-<hash of the body>`.
public struct BootName: Hashable, Sendable, CustomStringConvertible {
  public let counter: Int64
  public let hash: SHA256Digest

  public init(counter: Int64, hash: SHA256Digest) {
    self.counter = counter
    self.hash = hash
  }

  /// `nil` for any other name.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = UInt64(hexName: parts[0]),
      let counter = Int64(exactly: number), counter > 0,
      let bytes = try? Base32.decode(parts[1]), let hash = SHA256Digest(bytes)
    else { return nil }
    self.init(counter: counter, hash: hash)
  }

  public var description: String {
    "\(UInt64(clamping: counter).hexName)-\(Base32.encode(hash.bytes))"
  }
}
