// SPDX-License-Identifier: Apache-2.0

/// When a statement was recorded, as the device's clock and time zone said: `YYYY-MM-DDThh:mm:ss±hh:mm`.
public struct RecordedAt: Hashable, Sendable, CustomStringConvertible {
  /// The text, the one form that this moment and offset have.
  public let description: String
  /// Unix time.
  public let secondsSinceEpoch: Int64
  /// East of UTC, whole minutes, at most 23:59.
  public let offsetSeconds: Int

  /// Clamped to the years 0000 to 9999: a clock out of its mind is recorded, not refused.
  public init(secondsSinceEpoch: Int64, offsetSeconds: Int) {
    let offset = min(max(offsetSeconds / 60 * 60, -86_340), 86_340)
    let lowest = CivilDay(year: 0, month: 1, day: 2).daysSinceEpoch * 86_400
    let highest = CivilDay(year: 9999, month: 12, day: 31).daysSinceEpoch * 86_400 - 1
    let seconds = min(max(secondsSinceEpoch, lowest), highest)
    self.secondsSinceEpoch = seconds
    self.offsetSeconds = offset
    description = Self.text(seconds, offset)
  }

  /// - Throws: ``EvidenceError/malformed``.
  public init(_ text: String) throws {
    let bytes = Array(text.utf8)
    let pattern = Array("0000-00-00T00:00:00+00:00".utf8)
    guard bytes.count == pattern.count else { throw EvidenceError.malformed }
    for (byte, shape) in zip(bytes, pattern) {
      let isRight =
        switch shape {
        case UInt8(ascii: "0"): (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        case UInt8(ascii: "+"): byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        default: byte == shape
        }
      guard isRight else { throw EvidenceError.malformed }
    }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let day = CivilDay(year: Int64(number(0..<4)), month: number(5..<7), day: number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    let (offsetHour, offsetMinute) = (number(20..<22), number(23..<25))
    guard day.isValid, hour < 24, minute < 60, second < 60, offsetHour < 24, offsetMinute < 60
    else { throw EvidenceError.malformed }
    let sign = bytes[19] == UInt8(ascii: "-") ? -1 : 1
    offsetSeconds = sign * (offsetHour * 3600 + offsetMinute * 60)
    guard sign > 0 || offsetSeconds != 0 else { throw EvidenceError.malformed }
    secondsSinceEpoch =
      day.daysSinceEpoch * 86_400 + Int64(hour * 3600 + minute * 60 + second - offsetSeconds)
    description = text
  }

  /// The calendar day and time of day on the device.
  public var localDay: CivilDay {
    CivilDay(daysSinceEpoch: (secondsSinceEpoch + Int64(offsetSeconds)).floorDivided(by: 86_400))
  }

  public var localTime: (hour: Int, minute: Int, second: Int) {
    let local = secondsSinceEpoch + Int64(offsetSeconds)
    let rest = Int(local - local.floorDivided(by: 86_400) * 86_400)
    return (rest / 3600, rest / 60 % 60, rest % 60)
  }

  private static func text(_ seconds: Int64, _ offset: Int) -> String {
    let local = seconds + Int64(offset)
    let day = CivilDay(daysSinceEpoch: local.floorDivided(by: 86_400))
    let rest = Int(local - local.floorDivided(by: 86_400) * 86_400)
    let zone = abs(offset) / 60
    return day.text + "T" + pad(rest / 3600) + ":" + pad(rest / 60 % 60) + ":" + pad(rest % 60)
      + (offset < 0 ? "-" : "+") + pad(zone / 60) + ":" + pad(zone % 60)
  }

  static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
