// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Nothing legible leaves the process: a canary in every field, name and piece is in no file but those
/// that the person asked for.
@Suite struct CanaryTests {
  @Test(
    "the canary is in no file of the vault, of temporary or working folders, nor in a sealed dossier"
  )
  func files() throws {
    let scene = try SceneProcess(TemporaryFolder())
    for line in ["open", "changed", "locked"] {
      #expect(scene.child.waits(for: line), "\(scene.child.errors)")
      #expect(try scene.leaks() == [], "\(line)")
      // The search would find it where it is.
      #expect(try scene.canary.found(below: [scene.output("saved")]).count == 1)
      #expect(try !scene.canary.found(below: [scene.output("proof")]).isEmpty)
      try scene.go(on: line)
    }
    #expect(scene.child.wait() == 0, "\(scene.child.errors)")
    #expect(try scene.leaks() == [])
  }

  @Test("every form of the canary is found where it stands")
  func forms() throws {
    let canary = Canary("Canari-ïo>?ÿ-fin")
    for sample in canary.samples {
      #expect(!canary.forms(in: [1, 2, 3] + sample + [4]).isEmpty)
    }
    let encoded = Data("abcd\(canary.text)xyz".utf8).base64EncodedString()
    #expect(!canary.forms(in: Array(encoded.utf8)).isEmpty)
  }

  @Test(
    "no file is opened for writing but the vault's and those asked for",
    .enabled(if: Command.isUsable("strace")))
  func opened() throws {
    let folder = try TemporaryFolder()
    let trace = folder.file("trace")
    let scene = try SceneProcess(
      folder,
      under: ["strace", "-f", "-qq", "-s", "512", "-o", trace, "-e", "trace=open,openat,creat"],
      holds: false)
    #expect(scene.child.wait() == 0, "\(scene.child.errors)")
    let written = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      .filter { ["O_WRONLY", "O_RDWR", "O_CREAT", "creat("].contains(where: $0.contains) }
    #expect(written.contains { $0.contains("vault.sqlite") })
    let allowed = [scene.vault + "/", scene.output(""), "/dev/", "/proc/self/"].map {
      $0.replacingOccurrences(of: "//", with: "/")
    }
    let others = written.map { $0.replacingOccurrences(of: "//", with: "/") }.filter { line in
      !allowed.contains { line.contains("\"" + $0) }
    }
    #expect(others == [])
  }
}
