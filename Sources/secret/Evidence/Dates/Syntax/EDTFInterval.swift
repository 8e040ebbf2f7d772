// SPDX-License-Identifier: Apache-2.0

/// From one date to another, either of which may be open (`..`) or unknown (empty). No times of day.
struct EDTFInterval: Hashable, Sendable {
  enum End: Hashable, Sendable {
    case open
    case unknown
    case date(VagueDate)

    init?(_ bytes: ArraySlice<UInt8>) {
      if bytes.isEmpty {
        self = .unknown
      } else if bytes.elementsEqual("..".utf8) {
        self = .open
      } else {
        guard let date = VagueDate(bytes) else { return nil }
        self = .date(date)
      }
    }

    var date: VagueDate? { if case .date(let date) = self { date } else { nil } }
  }

  let start: End
  let end: End

  /// - Parameter separator: Where the first `/` is.
  init?(_ bytes: ArraySlice<UInt8>, separator: Int) {
    guard let start = End(bytes[..<separator]), let end = End(bytes[(separator + 1)...]) else {
      return nil
    }
    if let first = start.date?.earliest, let last = end.date?.latestStart, last < first {
      return nil
    }
    self.start = start
    self.end = end
  }

  var earliest: DateBound? { start.date?.earliest }
  var latest: DateBound? { end.date?.latest }
}
