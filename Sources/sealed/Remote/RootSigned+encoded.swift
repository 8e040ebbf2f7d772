// SPDX-License-Identifier: Apache-2.0
public import Hashing

extension RootSigned {
  /// What later boot records name this one by.
  public var hash: SHA256Digest { SHA256.hash(body) }

  private static let signatureLimit = 4096
  /// No boot record of a copy is longer (Sync.md §7).
  public static let encodedLimit = BootRecord.limit + signatureLimit + 8

  /// `lp(body) ‖ lp(signature)`: how a boot record leaves a device (Sync.md §1).
  public var encoded: [UInt8] {
    UInt32(body.count).littleEndianBytes + body + UInt32(signature.count).littleEndianBytes
      + signature
  }

  /// Nothing is believed before ``verified(as:vault:)``.
  /// - Throws: ``RemoteError/malformed``, ``RemoteError/tooLarge``.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count <= Self.encodedLimit else { throw RemoteError.tooLarge }
    var rest = bytes[...]
    func field(limit: Int) throws -> [UInt8] {
      guard let count = UInt32(littleEndianBytes: rest.prefix(4)), count <= limit,
        rest.count >= 4 + Int(count)
      else { throw RemoteError.malformed }
      defer { rest = rest.dropFirst(4 + Int(count)) }
      return Array(rest.dropFirst(4).prefix(Int(count)))
    }
    let body = try field(limit: BootRecord.limit)
    let signature = try field(limit: Self.signatureLimit)
    guard rest.isEmpty else { throw RemoteError.malformed }
    self.init(body: body, signature: signature)
  }
}
