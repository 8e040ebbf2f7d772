// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium

extension SecretBytes {
  /// `B(self, L(label) ‖ context)` (Format.md §1).
  func derive(_ label: Label, _ context: [UInt8] = []) throws -> SecretBytes {
    try BLAKE2b.derive(key: self, message: label.bytes + context)
  }

  /// The first `count` bytes of a derivation that is published (an id or a checksum).
  func publicDerivation(_ label: Label, count: Int) throws -> [UInt8] {
    try derive(label).withUnsafeBytes { Array($0.prefix(count)) }
  }
}
