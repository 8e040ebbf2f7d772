// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncServer
import SyncServerSQLite
import TestSupport
import Testing

/// `kill -9` at any moment: what was acknowledged is there, whole, and the store opens at once.
@Suite("A killed embedded store")
struct KilledStorageTests {
  let folder: TemporaryFolder
  var path: String { folder.file("data") }

  init() throws { folder = try TemporaryFolder() }

  private func writer(_ seed: UInt64, under tool: [String] = []) throws -> Child {
    try Child(tool + [Child.products + "/StorageWriter", "write", path, "\(seed)"])
  }

  @Test(
    "loses nothing that it acknowledged", arguments: LongTests.areWanted ? Array(1...40) : [1])
  func killed(seed: UInt64) async throws {
    var random = SmallRandom(seed: seed)
    var known = KnownObjects()
    for kill in 0..<14 {
      let child = try writer(seed * 100 + UInt64(kill))
      #expect(child.waits(for: "ready"), "\(child.errors)")
      usleep(UInt32.random(in: 0..<300_000, using: &random))
      child.kill()
      try known.read(child.lines)
      try await known.compare(with: path)
    }
    print("killed 14 times after \(known.operations) operations on \(known.values.count) objects")
    #expect(known.operations > 14)
  }

  @Test(
    "killed at a system call loses nothing that it acknowledged",
    .enabled(if: Command.isUsable("strace")),
    arguments: ["pwrite64", "write", "fsync", "fdatasync", "unlink", "openat"])
  func killed(at call: String) async throws {
    for n in stride(from: 2, to: LongTests.areWanted ? 200 : 70, by: LongTests.areWanted ? 1 : 23) {
      let child = try writer(
        UInt64(n),
        under: [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(n)",
        ])
      child.wait()
      var known = KnownObjects()
      try known.read(child.lines)
      try await known.compare(with: path)
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
