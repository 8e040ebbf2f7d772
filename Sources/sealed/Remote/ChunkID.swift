// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// The BLAKE2b-256 of a sealed chunk, so that a store or a server can scrub it without keys.
public struct ChunkID: Hashable, Sendable, CustomStringConvertible {
  public static let count = 32
  public let bytes: [UInt8]

  /// - Throws: ``SodiumError/invalidLength`` unless there are 32 bytes.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count == Self.count else { throw SodiumError.invalidLength }
    self.bytes = bytes
  }

  /// - Throws: ``SodiumError`` unless the text is the canonical one.
  public init(text: some StringProtocol) throws { try self.init(Base32.decode(text)) }

  /// The id of a sealed chunk.
  public init(ofSealed chunk: [UInt8]) { bytes = BLAKE2b.hash(chunk) }

  public var description: String { Base32.encode(bytes) }
}
