// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// A piece that was just attached, and what it tells besides what it shows.
public struct AttachedPiece: Sendable {
  public let attachment: Attachment
  public let traces: Set<Trace>
}
