// SPDX-License-Identifier: Apache-2.0
public import Remote

/// A request whose head was looked at: who asks, what for, and how much body may come. Nothing of the body was read.
public struct Admission: Sendable {
  /// Who asks.
  enum Asker: Equatable, Sendable {
    /// Nobody needs to know.
    case anyone
    /// A device that a boot record of the vault certifies.
    case device(DeviceID)
    /// One whose certificate the root signed, and which no boot record here names yet.
    case newcomer(DeviceID)
    /// Said to be so: only the body tells the key.
    case unverified(RequestSignature)

    static func == (left: Self, right: Self) -> Bool {
      switch (left, right) {
      case (.anyone, .anyone): true
      case (.device(let a), .device(let b)), (.newcomer(let a), .newcomer(let b)): a == b
      default: false
      }
    }
  }

  public let endpoint: Endpoint
  let asker: Asker
  /// Covers the body; `nil` where nothing is signed.
  let signature: RequestSignature?
  let invitation: String?

  /// In bytes: a body that goes beyond is refused.
  public var bodyLimit: Int { endpoint.bodyLimit }
}
