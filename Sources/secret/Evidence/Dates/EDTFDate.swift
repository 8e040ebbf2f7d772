// SPDX-License-Identifier: Apache-2.0
public struct DateBound: Hashable, Sendable { public let day: CivilDay }
public struct EDTFDate: Hashable, Sendable {
  public let text: String; public init(_ text: String) throws { self.text = text }
  public var earliestKey: Int64 { 0 }
  public var latestKey: Int64 { 0 }
  public var earliest: DateBound? { nil }
  public var latest: DateBound? { nil }
  public var french: String { text }
  public func overlaps(since: EDTFDate?, until: EDTFDate?) -> Bool { true }
}
extension RecordedAt { public var french: String { description } }
extension EDTFDate { public var english: String { text } }
extension RecordedAt { public var english: String { description } }
