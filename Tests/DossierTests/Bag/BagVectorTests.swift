// SPDX-License-Identifier: Apache-2.0
import Dossier
import Foundation
import TestSupport
import Testing

@Suite("BagIt conformance")
struct BagVectorTests {
  private struct Case {
    let name: String
    let kind: String
    let folder: URL
  }

  /// `bagit/<version>/<class>/<bag>`.
  private func cases() throws -> [Case] {
    let top = try #require(Vectors.folder).appendingPathComponent("bagit")
    return try folders(in: top).flatMap { version in
      try folders(in: version).flatMap { kind in
        try folders(in: kind).map { bag in
          Case(
            name: "\(version.lastPathComponent)/\(kind.lastPathComponent)/\(bag.lastPathComponent)",
            kind: kind.lastPathComponent, folder: bag)
        }
      }
    }
  }

  private func folders(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appendingPathComponent($0) }
      .filter { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) != nil }
  }

  @Test(
    "bagit vectors: every class has its outcome",
    .enabled(if: Vectors.areAvailable, "vectors not found"))
  func outcomes() throws {
    var counts: [String: Int] = [:]
    for bag in try cases() {
      let report = BagValidator.validate(folder: bag.folder.path)
      let comment = Comment(rawValue: "\(bag.name): \(report.findings)")
      counts[bag.kind, default: 0] += 1
      switch bag.kind {
      case "valid":
        if report.isRefusedForAlgorithmOnly { counts["valid, algorithm refused", default: 0] += 1 }
        #expect(report.outcome != .invalid || report.isRefusedForAlgorithmOnly, comment)
      case "invalid", "linux-only": #expect(report.outcome == .invalid, comment)
      // A dossier travels between systems: what leads out of the bag on Windows is refused everywhere.
      case "windows-only": #expect(report.outcome == .invalid, comment)
      case "warning": #expect(report.outcome != .valid, comment)
      default: Issue.record("unknown class \(bag.name)")
      }
    }
    print("bagit vectors: \(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" })")
    #expect(!counts.isEmpty)
  }

  @Test(
    "bagit vectors: names that lead out of the bag are found, and nothing there is opened",
    .enabled(if: Vectors.areAvailable, "vectors not found"))
  func outside() throws {
    var count = 0
    for bag in try cases() {
      let parent = bag.folder.deletingLastPathComponent().path
      let watch = try FolderWatch([parent, NSTemporaryDirectory(), NSHomeDirectory()])
      let report = BagValidator.validate(folder: bag.folder.path)
      let unsafe = report.findings.filter { $0.kind == .unsafePath }.map(\.path)
      if bag.name.contains("out-of-scope") { #expect(!unsafe.isEmpty, "\(bag.name)") }
      let names = unsafe.compactMap { $0.split(separator: "/").last.map(String.init) }
      #expect(watch.opened(Set(names)).isEmpty, "\(bag.name)")
      count += unsafe.isEmpty ? 0 : 1
    }
    print("bagit vectors that lead out of the bag: \(count)")
    #expect(count > 0)
  }
}
