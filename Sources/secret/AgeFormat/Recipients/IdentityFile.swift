// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A file as `age-keygen` writes it: one identity a line, of either kind, comments and
/// blank lines.
public struct IdentityFile: Sendable {
  /// At least one.
  public let identities: [KeyIdentity]

  /// - Throws: ``KeyTextError``.
  public init(_ bytes: UnsafeRawBufferPointer) throws {
    var identities: [KeyIdentity] = []
    try KeyLines.forEach(in: bytes) { identities.append(try KeyIdentity(parsing: $0)) }
    self.identities = identities
  }

  public init(_ bytes: SecretBytes) throws {
    self = try bytes.withUnsafeBytes { try IdentityFile($0) }
  }

  /// The caller wipes its own copy of the bytes.
  public init(_ bytes: [UInt8]) throws {
    self = try bytes.withUnsafeBytes { try IdentityFile($0) }
  }
}
