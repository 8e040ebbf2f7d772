// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// The server that a vault is linked to, kept sealed: where it is, and the key of its cosignatures as it was first
/// seen.
public struct ServerLink: Equatable, Sendable {
  /// `https://host[:port]`.
  public let address: String
  /// The verifier key of its cosignatures (C2SP tlog-cosignature).
  public let cosigner: String

  public init(address: String, cosigner: String) {
    self.address = address
    self.cosigner = cosigner
  }

  static let name = "server"

  func encoded() throws -> [UInt8] {
    try CanonicalJSON.encode(
      .object(
        JSONObject([
          "address": .string(address), "cosigner": .string(cosigner), "version": .integer(1),
        ])))
  }

  init(encoded bytes: [UInt8]) throws {
    guard case .object(let object) = try CanonicalJSON.decode(bytes, limit: 1 << 16),
      try object.integer("version") == 1
    else { throw VaultError.damaged("local") }
    self.init(address: try object.string("address"), cosigner: try object.string("cosigner"))
  }
}

extension Vault {
  /// `nil` until `server set`.
  public func server() throws -> ServerLink? {
    try local(ServerLink.name).map(ServerLink.init)
  }

  /// Every chunk that is here is to be asked about at the next synchronisation: the server is new, was set back, or was
  /// not understood.
  func markChunks() throws { try keep([1], as: Self.chunksName) }

  func chunksAreThere() throws {
    if try store.local(Self.chunksName) != nil { try keep(nil, as: Self.chunksName) }
  }

  static let chunksName = "chunks"

  func link(to server: ServerLink) throws { try keep(server.encoded(), as: ServerLink.name) }
}
