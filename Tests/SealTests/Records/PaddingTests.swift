// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Seal

@Suite("Padding")
struct PaddingTests {
  @Test("records are padded to Padmé, at least 1 KiB")
  func records() {
    for (length, padded) in [
      (0, 1024), (1, 1024), (1023, 1024), (1024, 1024), (1025, 1088), (1088, 1088), (1089, 1152),
      (2048, 2048), (2049, 2176), (100_000, 100_352), (1_114_120, 1_114_112 + 32_768),
    ] {
      #expect(Padding.record(length) == padded, "\(length)")
    }
  }

  @Test("pieces are padded to Padmé, at least 16 KiB")
  func attachments() {
    for (size, padded) in [
      (0, 16_384), (1, 16_384), (16_384, 16_384), (16_385, 17_408), (1 << 20, 1 << 20),
      ((1 << 20) + 1, (1 << 20) + (1 << 15)), (1 << 41, 1 << 41),
    ] as [(UInt64, UInt64)] {
      #expect(Padding.attachment(size) == padded, "\(size)")
    }
  }

  @Test("a padded length is padded no further")
  func idempotent() {
    for length in 0..<5000 {
      #expect(Padding.record(Padding.record(length)) == Padding.record(length))
      #expect(Padding.record(length) >= length)
    }
  }
}
