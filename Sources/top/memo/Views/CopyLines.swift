// SPDX-License-Identifier: Apache-2.0
import VaultKit

extension CopyReport {
  var jsonObject: [String: Any] {
    ["objects": objects, "bytes": bytes, "left": left, "problems": problems.map(\.jsonObject)]
  }

  var line: String {
    guard objects > 0 else {
      return words.copyUpDate
    }
    let kibibytes = (bytes + 1023) / 1024
    return words.objectsWritten + "\(objects) (\(kibibytes) "
      + words.kib
  }
}

extension SharedOptions {
  /// Names what is not as it should be, and makes that the exit code.
  func nameProblems(of report: CopyReport) throws { try nameProblems(report.problems) }

  func nameProblems(_ problems: [Problem]) throws {
    guard !problems.isEmpty else { return }
    if !json { for problem in problems { Output.error(Output.line(problem.line)) } }
    throw Failure(copy: problems)
  }
}

/// A bar for work whose end is not known.
enum CopyProgress {
  static func run<Result>(
    _ label: String, _ shared: SharedOptions,
    _ body: (@escaping @Sendable (Int) -> Void) async throws -> Result
  ) async throws -> Result {
    let bar = ProgressBar(label, total: 0, quiet: shared.quiet || shared.json)
    defer { bar.finish() }
    return try await body { bar.update(UInt64($0)) }
  }
}
