// SPDX-License-Identifier: Apache-2.0
public struct EDTFDate: Hashable, Sendable {
  public let text: String; public init(_ text: String) throws { self.text = text }
  public var earliestKey: Int64 { 0 }
  public var latestKey: Int64 { 0 }
  public func overlaps(since: EDTFDate?, until: EDTFDate?) -> Bool { true }
}
