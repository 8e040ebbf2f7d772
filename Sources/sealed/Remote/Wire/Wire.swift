// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes

/// Constants of the protocol between a device and a server (Sync.md §8): names, media types, limits.
public enum Wire {
  public static let version: Int64 = 1
  public static let json = "application/json"
  public static let bytes = "application/octet-stream"
  /// RFC 9457.
  public static let problem = "application/problem+json"

  /// In bytes: of a JSON body in either direction.
  public static let jsonLimit = 4 << 20
  /// In bytes: of a sealed chunk (1 MiB and its tag).
  public static let chunkLimit = (1 << 20) + 16
  /// Chunk ids in one question, segments in one append, places or chunks in one erasure.
  public static let listLimit = 10_000
  /// In bytes: no body is larger.
  public static let bodyLimit = max(jsonLimit, Segment.limit, RootSigned.encodedLimit)
}

extension HTTPField.Name {
  /// An invitation, where the operator wants one; hexadecimal or base32 text.
  public static let memoInvitation = known("memo-invitation")
  /// The certificate of a device that the server does not know yet: base64 of ``RootSigned/encoded``.
  public static let memoCertificate = known("memo-certificate")

  /// A name that this program spells.
  static func known(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("a field name is a token") }
    return name
  }
}
