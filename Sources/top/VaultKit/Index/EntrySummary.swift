// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Remote

/// One line of a list.
public struct EntrySummary: Equatable, Sendable {
  public let id: SubjectID
  public let when: EDTFDate?
  public let title: String?
  public let kind: String?
  public let recordedAt: RecordedAt
  /// Number of pieces.
  public let attachments: Int
}

/// One hit of a search: an entry, or a contact.
public struct SearchHit: Equatable, Sendable {
  public enum Subject: Equatable, Sendable {
    case entry(EntrySummary)
    case contact(id: SubjectID, name: String, recordedAt: RecordedAt)
  }

  public let subject: Subject
  /// Words around the first match, matches between `«` and `»`.
  public let snippet: String
}

/// What a list is narrowed by.
public struct EntryFilter: Sendable {
  public var since: EDTFDate?
  public var until: EDTFDate?
  public var tag: String?
  public var kind: String?
  /// A contact's id or a part of a name.
  public var who: String?
  public var limit: Int?

  public init() {}
}
