// SPDX-License-Identifier: Apache-2.0
internal import Remote
public import Sodium

/// A code that lets one vault be made. The store has its hash only, so that who reads the store cannot use it.
public struct NewInvitation: Sendable {
  /// In bytes.
  private static let codeCount = 20

  /// For the person.
  public let code: String
  /// For the store.
  public let hash: Hash

  /// The name under which an invitation is stored.
  public struct Hash: Hashable, Sendable, CustomStringConvertible {
    let id: ChunkID
    public var description: String { id.description }

    /// `nil` unless it is one.
    public init?(_ text: String) {
      guard let id = try? ChunkID(text: text) else { return nil }
      self.id = id
    }

    /// Of a code; `nil` unless it is one.
    init?(of code: String) {
      guard let bytes = try? Base32.decode(code), bytes.count == codeCount else { return nil }
      id = ChunkID(ofSealed: bytes)
    }

    fileprivate init(_ bytes: [UInt8]) { id = ChunkID(ofSealed: bytes) }
  }

  public init(random: some RandomSource) {
    let bytes = random.bytes(Self.codeCount)
    code = Base32.encode(bytes)
    hash = Hash(bytes)
  }
}
