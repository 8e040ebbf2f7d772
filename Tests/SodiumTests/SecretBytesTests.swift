// SPDX-License-Identifier: Apache-2.0
import Foundation
import Sodium
import Testing

@Suite("SecretBytes", .serialized)
struct SecretBytesTests {
  private struct Refused: Error {}
  private struct Holder { let secret: SecretBytes }

  private func bytes(_ secret: SecretBytes) -> [UInt8] { secret.withUnsafeBytes { Array($0) } }

  @Test("never shows its contents, however it is printed")
  func isNeverPrinted() throws {
    let secret = try SecretBytes(copying: Array("hunter2hunter2".utf8))
    var shown = "\(secret) \(secret as Any) \(Optional(secret) as Any) \([secret])"
    shown += String(describing: secret) + String(reflecting: secret)
    shown += String(reflecting: Holder(secret: secret)) + secret.debugDescription
    dump(secret, to: &shown)
    dump(Holder(secret: secret), to: &shown)
    for child in Mirror(reflecting: secret).children { shown += "\(child)" }
    #expect(shown.contains("SecretBytes(14)"))
    #expect(!shown.contains("hunter2"))
    #expect(!shown.contains("104, 117"))
    #expect(!shown.contains("0x"))
  }

  @Test("is equal by contents and length")
  func equality() throws {
    let secret = try SecretBytes(copying: [1, 2, 3])
    #expect(try secret == SecretBytes(copying: [1, 2, 3]))
    #expect(try secret != SecretBytes(copying: [1, 2, 4]))
    #expect(try secret != SecretBytes(copying: [1, 2]))
    #expect(try SecretBytes(copying: []) == SecretBytes(copying: []))
    #expect(try SecretBytes(copying: []) != SecretBytes(copying: [0]))
  }

  @Test("slices within bounds, and refuses others")
  func slices() throws {
    let secret = try SecretBytes(copying: [1, 2, 3])
    #expect(try bytes(secret.slice(1..<3)) == [2, 3])
    #expect(try bytes(secret.slice(0..<3)) == [1, 2, 3])
    for range in [0..<0, 3..<3] { #expect(try secret.slice(range).count == 0) }
    for range in [0..<4, -1..<1, 4..<4, Int.min..<Int.max] {
      #expect(throws: SodiumError.invalidLength) { try secret.slice(range) }
    }
  }

  @Test("starts as zeros, whatever the memory held")
  func startsZeroed() throws {
    #expect(try bytes(SecretBytes(count: 100) { _ in }) == [UInt8](repeating: 0, count: 100))
  }

  @Test("passes on what its filling throws, and gives the memory back")
  func throwingFill() throws {
    let before = try mappings()
    for _ in 0..<600 {
      #expect(throws: Refused.self) { try SecretBytes(count: 32) { _ in throw Refused() } }
    }
    // Each would otherwise hold several mappings: guard pages on both sides.
    #expect(try mappings() - before < 600)
  }

  @Test("gives its memory back when the last reference goes")
  func isReleased() throws {
    let before = try mappings()
    do {
      let held = try (0..<600).map { _ in try SecretBytes(count: 32) { _ in } }
      let during = try withExtendedLifetime(held) { try mappings() }
      #expect(during - before > 600)
    }
    #expect(try mappings() - before < 600)
  }

  @Test("refuses impossible sizes", arguments: [-1, Int.min, Int.max])
  func impossibleSizes(_ count: Int) {
    #expect(throws: SodiumError.outOfMemory) { try SecretBytes(count: count) { _ in } }
  }

  @Test("moving wipes and empties the source")
  func moving() throws {
    var source: [UInt8] = [1, 2, 3]
    let secret = try SecretBytes(moving: &source)
    #expect(source.isEmpty)
    #expect(bytes(secret) == [1, 2, 3])
  }

  @Test("random ones differ")
  func random() throws {
    #expect(try SecretBytes.random(count: 32) != SecretBytes.random(count: 32))
    #expect(try SecretBytes.random(count: 0).count == 0)
    #expect(SystemRandom().bytes(0).isEmpty)
    #expect(SystemRandom().bytes(32) != SystemRandom().bytes(32))
  }

  /// Lines of the memory map. Foundation stops at the first short read of such a file, so it is read
  /// to its end by hand.
  private func mappings() throws -> Int {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/self/maps"))
    defer { try? file.close() }
    var count = 0
    while let piece = try file.read(upToCount: 4096), !piece.isEmpty {
      count += piece.count { $0 == UInt8(ascii: "\n") }
    }
    return count
  }
}
