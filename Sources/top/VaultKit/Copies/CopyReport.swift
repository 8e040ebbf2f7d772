// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Remote

/// What was written to a copy, or taken from one.
public struct CopyReport: Sendable {
  public var objects = 0
  public var bytes: UInt64 = 0
  /// Chunks of pieces that are listed and were left where they are.
  public var left = 0
  /// What in the copy, or here, is not as it was written.
  public var problems: [Problem] = []
  /// When each device last wrote, as far as the copy knows.
  public var lastRecorded: [DeviceID: RecordedAt] = [:]

  mutating func count(_ bytes: Int) {
    objects += 1
    self.bytes += UInt64(bytes)
  }

  mutating func found(_ code: Problem.Code, _ place: String? = nil) {
    let problem = Problem(code, place)
    if !problems.contains(problem) { problems.append(problem) }
  }
}
