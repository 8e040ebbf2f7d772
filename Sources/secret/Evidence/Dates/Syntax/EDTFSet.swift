// SPDX-License-Identifier: Apache-2.0

/// One of several dates (`[1667,1668,1670..1672]`), or all of them (`{1960,1961-12}`).
struct EDTFSet: Hashable, Sendable {
  enum Element: Hashable, Sendable {
    case one(VagueDate)
    /// `..1984`: that one or any before.
    case upTo(VagueDate)
    /// `1984..`: that one or any after.
    case from(VagueDate)
    case range(VagueDate, VagueDate)
  }

  let isChoice: Bool
  /// At least one.
  let elements: [Element]

  init?(_ bytes: ArraySlice<UInt8>) {
    switch (bytes.first, bytes.last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): isChoice = true
    case (UInt8(ascii: "{"), UInt8(ascii: "}")): isChoice = false
    default: return nil
    }
    let texts = bytes.dropFirst().dropLast()
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    var elements: [Element] = []
    for (index, text) in texts.enumerated() {
      guard
        let element = Self.element(
          text, isFirst: index == 0, isLast: index == texts.count - 1)
      else { return nil }
      elements.append(element)
    }
    self.elements = elements
  }

  /// Only the first may have no start, only the last no end.
  private static func element(
    _ text: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool
  ) -> Element? {
    guard let dots = text.indices.first(where: { text[$0...].starts(with: "..".utf8) }) else {
      return VagueDate(text).map(Element.one)
    }
    let (before, after) = (text[..<dots], text[(dots + 2)...])
    if before.isEmpty { return isFirst ? VagueDate(after).map(Element.upTo) : nil }
    if after.isEmpty { return isLast ? VagueDate(before).map(Element.from) : nil }
    return range(before, after)
  }

  private static func range(_ first: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>) -> Element? {
    guard case .calendar(let start)? = VagueDate(first),
      case .calendar(let end)? = VagueDate(last), start.isPlain(like: end),
      DateBound.start(of: start.earliest) <= .start(of: end.earliest)
    else { return nil }
    return .range(.calendar(start), .calendar(end))
  }

  /// `nil` when one of them has no start.
  var earliest: DateBound? {
    let bounds = elements.compactMap { element in
      switch element {
      case .one(let date), .from(let date), .range(let date, _): date.earliest
      case .upTo: nil as DateBound?
      }
    }
    return bounds.count == elements.count ? bounds.min() : nil
  }

  /// `nil` when one of them has no end.
  var latest: DateBound? {
    let bounds = elements.compactMap { element in
      switch element {
      case .one(let date), .upTo(let date), .range(_, let date): date.latest
      case .from: nil as DateBound?
      }
    }
    return bounds.count == elements.count ? bounds.max() : nil
  }
}
