// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// Runs other programs, found in PATH.
enum Command {
  struct Result {
    let status: Int32
    let output: [UInt8]
  }

  static func isAvailable(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// - Parameter environment: added to this process's own.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Written from elsewhere, lest both programs wait on full pipes.
    let writer = stdin.fileHandleForWriting
    let feeding = DispatchQueue(label: "feed")
    feeding.async {
      try? writer.write(contentsOf: Data(input))
      try? writer.close()
    }
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: Array(output))
  }
}
