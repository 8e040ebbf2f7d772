// SPDX-License-Identifier: Apache-2.0
internal import Remote
public import Sodium

/// The content of `device.secret` (Format.md §2.2): without it the passphrase opens nothing.
public struct DeviceSecret: Sendable {
  /// Size of the file.
  public static let encodedCount = 56
  static let magic: [UInt8] = Array("memosec".utf8) + [1]

  let secret: SecretBytes
  /// 16 bytes that the slot names.
  public let id: [UInt8]

  init(_ secret: SecretBytes) throws {
    self.secret = secret
    id = try secret.publicDerivation(.deviceSecretID, count: 16)
  }

  public init(random: any RandomSource) throws { try self.init(random.secret(32)) }

  /// The file's bytes; the caller wipes them once written.
  public func encoded() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.encodedCount)
    secret.withUnsafeBytes { bytes.replaceSubrange(8..<40, with: $0) }
    bytes.replaceSubrange(..<8, with: Self.magic)
    bytes.replaceSubrange(40..., with: Self.checksum(of: bytes))
    return bytes
  }

  /// - Parameter bytes: the file's; the caller wipes them afterwards.
  /// - Throws: ``SealError/damaged``, ``SealError/unknownVersion``.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count == Self.encodedCount, bytes.prefix(7) == Self.magic.prefix(7),
      Memory.equal(Self.checksum(of: bytes), Array(bytes[40...]))
    else { throw SealError.damaged }
    guard bytes[7] == Self.magic[7] else { throw SealError.unknownVersion }
    try self.init(SecretBytes(copying: bytes[8..<40]))
  }

  /// Over the 40 bytes before the checksum, without copying them.
  private static func checksum(of bytes: [UInt8]) -> [UInt8] {
    let hasher = BLAKE2b(count: 32)
    hasher.update(Label.deviceSecretChecksum.bytes)
    bytes.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<40])) }
    return Array(hasher.finalize().prefix(16))
  }
}
