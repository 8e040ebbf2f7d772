// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The hunts, in the short form that every run can afford or in full (`Scripts/test --long`).
public enum LongTests {
  public static let areWanted = ProcessInfo.processInfo.environment["MEMO_LONG_TESTS"] == "1"

  /// Every place below `count` in the long form; else one in `step`.
  public static func places(below count: Int, oneIn step: Int) -> [Int] {
    Array(stride(from: 0, to: count, by: areWanted ? 1 : step))
  }
}
