// SPDX-License-Identifier: Apache-2.0

/// When something happened, as precisely as it is known and no more (ISO 8601-2 Annex A, "EDTF").
///
/// Levels 0 and 1 are read in full. Of level 2: qualification of a component, `X` anywhere, seasons 25
/// to 41, exponents, significant digits, sets. Two more forms are read because other EDTF programs
/// write them: centuries (`19`) and decades (`198`), and times without seconds (`T14:05`).
public struct EDTFDate: Hashable, Sendable {
  /// Longest text that is read, in bytes.
  static let lengthLimit = 128

  /// The text, byte for byte as it was given.
  public let text: String
  /// The first moment that it can mean; `nil` when the start is open or unknown.
  ///
  /// Strict: `~` and `?` do not widen it. A year written with significant digits counts as that year.
  public let earliest: DateBound?
  /// The last moment that it can mean; `nil` when the end is open or unknown.
  public let latest: DateBound?
  let form: EDTFForm

  /// - Throws: ``EvidenceError/invalidField(_:)`` with `when`.
  public init(_ text: String) throws {
    let bytes = Array(text.utf8.prefix(Self.lengthLimit + 1))
    guard bytes.count <= Self.lengthLimit, let form = EDTFForm(bytes[...]) else {
      throw EvidenceError.invalidField("when")
    }
    self.text = text
    self.form = form
    earliest = form.earliest
    latest = form.latest
  }
}

extension EDTFDate {
  /// Sorts by the start: seconds since 1970-01-01T00:00:00 on the clock that was written.
  ///
  /// An open or unknown start is `Int64.min + 1`: before every date, after what has none (`Int64.min`).
  public var earliestKey: Int64 { earliest?.key ?? .min + 1 }

  /// Sorts by the end, in the same seconds. An open or unknown end is `Int64.max - 1`.
  public var latestKey: Int64 { latest?.key ?? .max - 1 }

  /// Whether some moment of this date is neither before the start of `since` nor after the end of
  /// `until`. An open or unknown side never excludes.
  public func overlaps(since: EDTFDate?, until: EDTFDate?) -> Bool {
    let isAfter = since.map { latestKey >= $0.earliestKey } ?? true
    let isBefore = until.map { earliestKey <= $0.latestKey } ?? true
    return isAfter && isBefore
  }

  /// As a French person would write it; the text itself where words would be longer than it is worth.
  ///
  /// Part of signed pages: a change of these words is a new version of the pages.
  public var french: String { FrenchDate.text(form) ?? text }

  /// The same in English.
  public var english: String { EnglishDate.text(form) ?? text }
}
