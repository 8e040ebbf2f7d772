// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What a server says of itself. Nothing of it is trusted but for display: the key of its cosignatures is kept by the
/// client at first sight, and a later one is named.
public struct ServerInfo: WireMessage {
  /// The verifier key of its cosignatures (C2SP tlog-cosignature).
  public let cosigner: String
  /// Days between an order to erase and what it does.
  public let erasureDelay: UInt64
  /// Whether a new vault needs an invitation.
  public let needsInvitation: Bool
  /// Seconds since 1970, by its clock.
  public let time: UInt64

  public init(cosigner: String, erasureDelay: UInt64, needsInvitation: Bool, time: UInt64) {
    self.cosigner = cosigner
    self.erasureDelay = erasureDelay
    self.needsInvitation = needsInvitation
    self.time = time
  }

  public func members() throws -> [String: JSONValue] {
    [
      "cosigner": .string(cosigner), "erasure_delay_days": erasureDelay.json,
      "needs_invitation": .boolean(needsInvitation), "time": time.json,
    ]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["cosigner", "erasure_delay_days", "needs_invitation", "time"])
    self.init(
      cosigner: try members.string("cosigner"),
      erasureDelay: try members.count("erasure_delay_days"),
      needsInvitation: try members.boolean("needs_invitation"), time: try members.count("time"))
  }
}
