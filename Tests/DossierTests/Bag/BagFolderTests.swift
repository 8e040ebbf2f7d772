// SPDX-License-Identifier: Apache-2.0
import Dossier
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("BagValidator on a folder")
struct BagFolderTests {
  @Test("agrees with the check in memory")
  func sound() throws {
    try TemporaryFolder.with { folder in
      var bag = try BagSamples.sound()
      try bag.write(to: folder)
      #expect(BagValidator.validate(folder: folder.path).findings == [])
      bag.files["data/new"] = []
      try bag.write(to: folder)
      #expect(BagValidator.validate(folder: folder.path) == bag.report)
    }
  }

  @Test("an empty payload folder is payload; none is missing; no folder at all is named")
  func payloadFolder() throws {
    try TemporaryFolder.with { folder in
      var bag = BagSamples()
      bag.files["bagit.txt"] = Bag.declaration
      try bag.list()
      try bag.write(to: folder)
      let missing = BagValidator.validate(folder: folder.path).findings
      #expect(missing == [BagFinding(.missingPayloadFolder, "data")])
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("data"), withIntermediateDirectories: false)
      #expect(BagValidator.validate(folder: folder.path).outcome == .valid)
    }
    let nowhere = BagValidator.validate(folder: "/nonexistent/bag")
    #expect(nowhere.findings.contains(BagFinding(.unreadable)))
    #expect(nowhere.outcome == .invalid)
  }

  @Test("links and pipes are named and not followed; nothing outside is opened")
  func outside() throws {
    try TemporaryFolder.with { folder in
      let canary = folder.appendingPathComponent("canary")
      let inside = folder.appendingPathComponent("bag")
      var bag = try BagSamples.sound()
      bag.files["data/link"] = Array("canary".utf8)
      try bag.list()
      bag.files["data/link"] = nil
      let lines = ["../canary", canary.path, "data/../../canary", "data/folder/canary"]
      let digest = String(repeating: "0", count: 64)
      bag.files["manifest-sha256.txt"]? += Array(lines.map { "\(digest)  \($0)\n" }.joined().utf8)
      try bag.write(to: inside)
      try Data("canary".utf8).write(to: canary)
      for (name, target) in [
        ("data/link", canary.path), ("data/folder", folder.path), ("loop", "."),
      ] {
        try FileManager.default.createSymbolicLink(
          atPath: inside.appendingPathComponent(name).path, withDestinationPath: target)
      }
      #expect(mkfifo(inside.appendingPathComponent("data/pipe").path, 0o600) == 0)
      let watch = try FolderWatch([folder.path])
      let report = BagValidator.validate(folder: inside.path)
      #expect(watch.opened(["canary"]).isEmpty)
      for name in ["data/link", "data/folder", "data/pipe", "loop"] {
        #expect(report.findings.contains(BagFinding(.notRegularFile, name)), "\(name)")
      }
      #expect(report.findings.contains(BagFinding(.missingFile, "data/link")))
      #expect(report.findings.count { $0.kind == .unsafePath } == 3)
      // The watch does see what is opened.
      _ = try Data(contentsOf: canary)
      #expect(watch.opened(["canary"]) == ["canary"])
    }
  }
}
