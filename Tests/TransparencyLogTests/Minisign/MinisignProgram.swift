// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The stock program, where it is installed.
enum MinisignProgram {
  private static let path = ["/usr/bin/minisign", "/usr/local/bin/minisign"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Missing, the interop tests are skipped, visibly; under CI they run, and fail.
  static var shouldRun: Bool {
    path != nil || ProcessInfo.processInfo.environment["CI"] != nil
  }

  /// Exit status of one run in `folder`, and what it printed.
  static func run(_ arguments: [String], in folder: URL) throws -> (status: Int32, output: String) {
    guard let path else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
