// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Command lines that a document tells people to type, run as they stand there.
struct DocumentLines {
  let memo: MemoProgram

  static var program: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("terminal.py").path
  }

  /// In a shell at a terminal, with the passphrase typed wherever one is asked for.
  @discardableResult
  func type(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try memo.folder.write("ligne", Array(line.utf8))
    let result = try Command.run(
      ["python3", Self.program, "typed", MemoProgram.path, memo.folder.path])
    #expect(
      result.status == 0, "\(line): \(result.text) \(result.errorText)",
      sourceLocation: sourceLocation)
    return result.text
  }

  /// In a shell without a terminal, in a folder; the exit code is left to the caller.
  func run(_ line: String, in folder: String) throws -> Command.Result {
    let binaries = URL(fileURLWithPath: MemoProgram.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Command.run(
      ["/bin/bash", "-c", line], in: folder, environment: ["PATH": binaries + ":" + path])
  }

  /// The indented lines of each paragraph, by the paragraph's first line.
  static func commands(_ text: String, indent: String) -> [(title: String, commands: [String])] {
    text.replacing("\r\n", with: "\n").split(separator: "\n\n").compactMap { paragraph in
      let lines = paragraph.split(separator: "\n").map(String.init)
      let commands = lines.filter { $0.hasPrefix(indent) }.map {
        String($0.dropFirst(indent.count))
      }
      return commands.isEmpty ? nil : (lines.first ?? "", commands)
    }
  }
}
