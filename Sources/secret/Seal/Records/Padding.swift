// SPDX-License-Identifier: Apache-2.0

/// The sizes that records and attachments are padded to (Format.md §5, §6).
enum Padding {
  static let recordFloor = 1024
  static let attachmentFloor: UInt64 = 16384

  static func record(_ length: Int) -> Int {
    max(recordFloor, Int(Padme.padded(UInt64(length))))
  }

  static func attachment(_ size: UInt64) -> UInt64 {
    max(attachmentFloor, Padme.padded(size))
  }
}
