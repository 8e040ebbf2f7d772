// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// An entry to be logged, with its pieces.
public struct NewEntry: Sendable {
  public let entry: Evidence.Entry
  public let pieces: [AttachRequest]

  public init(_ entry: Evidence.Entry, pieces: [AttachRequest] = []) {
    self.entry = entry
    self.pieces = pieces
  }
}
