// SPDX-License-Identifier: Apache-2.0

extension TimeShift {
  /// `UTC`, `UTC+01:00`: the same in both languages.
  var text: String { Self.text(minutes) }

  static func text(_ minutes: Int) -> String {
    guard minutes != 0 else { return "UTC" }
    let size = abs(minutes)
    return "UTC" + (minutes < 0 ? "-" : "+") + RecordedAt.pad(size / 60) + ":"
      + RecordedAt.pad(size % 60)
  }
}
