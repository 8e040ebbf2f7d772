// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes

/// What can be asked of a server (Sync.md §8). One table for both sides: the client makes the request from it, the
/// server finds it again.
public enum Endpoint: Hashable, Sendable {
  /// Who it is and what it allows. Not signed.
  case server
  case createVault
  case heads(VaultID)
  case log(VaultID, LogID, from: UInt64)
  case append(VaultID, LogID)
  case putBlob(VaultID, BlobKind, ChunkID)
  case getBlob(VaultID, BlobKind, ChunkID)
  case headBlob(VaultID, BlobKind, ChunkID)
  case missing(VaultID, BlobKind)
  case bootNames(VaultID)
  case getBoot(VaultID, BootName)
  case putBoot(VaultID, BootName)
  case erasures(VaultID)
  case orderErasure(VaultID)
  case cancelErasure(VaultID, ErasureID)

  /// What the path names; `nil` for ``server`` and ``createVault``.
  public var vault: VaultID? {
    switch self {
    case .server, .createVault: nil
    case .heads(let vault), .log(let vault, _, _), .append(let vault, _),
      .putBlob(let vault, _, _), .getBlob(let vault, _, _), .headBlob(let vault, _, _),
      .missing(let vault, _), .bootNames(let vault), .getBoot(let vault, _),
      .putBoot(let vault, _), .erasures(let vault), .orderErasure(let vault),
      .cancelErasure(let vault, _):
      vault
    }
  }

  public var method: HTTPRequest.Method {
    switch self {
    case .server, .heads, .log, .getBlob, .bootNames, .getBoot, .erasures: .get
    case .headBlob: .head
    case .putBlob, .putBoot: .put
    case .createVault, .append, .missing, .orderErasure, .cancelErasure: .post
    }
  }

  /// Path and query.
  public var target: String {
    switch self {
    case .server: "/v1/server"
    case .createVault: "/v1/vaults"
    case .heads(let vault): "\(Self.top(vault))/heads"
    case .log(let vault, let log, let from): "\(Self.top(vault))/log/\(log)?from=\(from)"
    case .append(let vault, let log): "\(Self.top(vault))/log/\(log)"
    case .putBlob(let vault, let kind, let id), .getBlob(let vault, let kind, let id),
      .headBlob(let vault, let kind, let id):
      "\(Self.top(vault))/\(kind.rawValue)/\(id)"
    case .missing(let vault, let kind): "\(Self.top(vault))/\(kind.rawValue)/missing"
    case .bootNames(let vault): "\(Self.top(vault))/boot"
    case .getBoot(let vault, let name), .putBoot(let vault, let name):
      "\(Self.top(vault))/boot/\(name)"
    case .erasures(let vault), .orderErasure(let vault): "\(Self.top(vault))/erasures"
    case .cancelErasure(let vault, let id): "\(Self.top(vault))/erasures/\(id)/cancel"
    }
  }

  private static func top(_ vault: VaultID) -> String { "/v1/vaults/\(vault.base32)" }

  /// Whether the body that it takes is JSON; otherwise it is bytes.
  public var isJSON: Bool {
    switch self {
    case .append, .missing: true
    default: false
    }
  }

  /// In bytes: a larger body is refused before it is read. 0 where there is none.
  public var bodyLimit: Int {
    switch self {
    case .createVault, .putBoot: RootSigned.encodedLimit
    case .putBlob(_, .chunks, _): Wire.chunkLimit
    case .putBlob(_, .segments, _): Segment.limit
    case .append, .missing: Wire.jsonLimit
    case .orderErasure: RootSigned.encodedLimit
    default: 0
    }
  }
}

/// Sealed bytes that have their own hash as name.
public enum BlobKind: String, CaseIterable, Sendable {
  case chunks, segments

  /// In bytes.
  public var limit: Int { self == .chunks ? Wire.chunkLimit : Segment.limit }
}
