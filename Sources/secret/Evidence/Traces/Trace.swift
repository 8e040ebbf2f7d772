// SPDX-License-Identifier: Apache-2.0

/// What a file may tell besides what it shows, by the name that is stored (Format.md §6.1).
public enum Trace: String, CaseIterable, Comparable, Sendable {
  /// Where: coordinates or the name of a place.
  case location
  /// Who: the name of whoever made, owns or sent it.
  case author
  /// With what: a make, a model, a serial number.
  case device
  /// From which address on a network.
  case network
  /// A text that is not shown.
  case comment
  /// Another image, file or earlier version inside it.
  case embedded
  /// The program that wrote it; says little of a person.
  case software
  /// A part, or a whole format, that was not read: nothing can be excluded.
  case unread

  /// Whether a file that is communicated must not carry it. Nearly every PDF names the program that wrote
  /// it: keeping those back would leave nothing to communicate, and protect nobody.
  public var holdsBack: Bool { self != .software }

  /// In the order in which they are listed.
  public static func < (left: Trace, right: Trace) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
