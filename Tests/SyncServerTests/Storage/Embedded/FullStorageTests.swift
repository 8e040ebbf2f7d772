// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("An embedded store on a full disk")
struct FullStorageTests {
  /// Whether a test may mount a disk that only it sees; under CI it must.
  private static let mayMount =
    ProcessInfo.processInfo.environment["CI"] != nil
    || (try? Command.run(["unshare", "-m", "true"]).status) == 0

  @Test(
    "says so, keeps what it has, and has nothing by halves",
    .enabled(if: mayMount, "nothing can be mounted here"))
  func full() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      [
        "unshare", "-m", "sh", "-c",
        """
        mkdir disk && mount -t tmpfs -o size=4m none disk || exit 99
        "$0" fill disk/data
        find disk/data/objects -type f | wc -l
        """, Child.products + "/StorageWriter",
      ], in: folder.path)
    let lines = result.text.split(separator: "\n").map(String.init)
    let ends = lines.filter { $0.hasPrefix("large") || $0.hasPrefix("small") }
    #expect(ends == ["large full true 300000", "small full true 9000"], "\(result.errorText)")
    let large = lines.prefix { $0 != ends.first }.count - 1
    #expect(large > 2)
    #expect(lines.last?.trimmingCharacters(in: .whitespaces) == "\(large)", "\(lines)")
  }
}
