// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A program of another project, run to compare.
enum Tool {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// In continuous integration every tool counts as there, so that a missing one fails.
  static func isUsable(_ name: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["CI"] != nil { return true }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  static func hasPythonModule(_ name: String) -> Bool {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let folder = FileManager.default.temporaryDirectory
    return (try? run(["python3", "-c", "import \(name)"], in: folder).status) == 0
  }

  static func run(_ arguments: [String], in folder: URL) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let errors = folder.appendingPathComponent("errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder that goes away.
enum Scratch {
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("memo-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
