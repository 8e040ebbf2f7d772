// SPDX-License-Identifier: Apache-2.0

/// What was sealed for one public key.
public struct HybridMessage: Equatable, Sendable {
  /// `enc` of RFC 9180: 1120 bytes when it is well formed.
  public let encapsulatedKey: [UInt8]
  /// The secret's bytes and a tag of 16.
  public let ciphertext: [UInt8]

  public init(encapsulatedKey: [UInt8], ciphertext: [UInt8]) {
    self.encapsulatedKey = encapsulatedKey
    self.ciphertext = ciphertext
  }
}
