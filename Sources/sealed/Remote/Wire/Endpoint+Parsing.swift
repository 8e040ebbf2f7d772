// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
internal import Sodium

extension Endpoint {
  /// Why a request asks for nothing that there is.
  public enum Refusal: Error, Equatable, Sendable {
    case notFound
    /// The path exists, for other methods.
    case methodNotAllowed
  }

  /// - Parameter target: path and query, in their one spelling: nothing percent-encoded, no other query.
  public init(method: HTTPRequest.Method, target: String) throws(Refusal) {
    let candidates = Self.candidates(target)
    guard !candidates.isEmpty else { throw .notFound }
    guard let endpoint = candidates.first(where: { $0.method == method }) else {
      throw .methodNotAllowed
    }
    self = endpoint
  }

  /// Every endpoint of that path, whatever the method.
  private static func candidates(_ target: String) -> [Endpoint] {
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let query = halves.count == 2 ? halves[1] : nil
    guard parts.first == "v1" else { return [] }
    var rest = Array(parts.dropFirst())
    if query == nil, rest == ["server"] { return [.server] }
    guard rest.first == "vaults" else { return [] }
    if query == nil, rest.count == 1 { return [.createVault] }
    guard rest.count >= 3, let bytes = try? Base32.decode(rest[1]),
      let vault = try? VaultID(bytes)
    else { return [] }
    rest.removeFirst(2)
    if rest.count == 2, rest[0] == "log", let log = try? LogID(text: rest[1]) {
      return ofLog(vault, log, query)
    }
    return query == nil ? plain(vault, rest) : []
  }

  private static func ofLog(_ vault: VaultID, _ log: LogID, _ query: Substring?) -> [Endpoint] {
    guard let query else { return [.append(vault, log)] }
    guard query.hasPrefix("from="), case let text = query.dropFirst(5),
      let from = UInt64(text), String(from) == text
    else { return [] }
    return [.log(vault, log, from: from)]
  }

  private static func plain(_ vault: VaultID, _ rest: [Substring]) -> [Endpoint] {
    switch (rest.first.map(String.init), rest.count) {
    case ("heads", 1): return [.heads(vault)]
    case ("boot", 1): return [.bootNames(vault)]
    case ("boot", 2):
      return BootName(text: String(rest[1])).map { [.getBoot(vault, $0), .putBoot(vault, $0)] }
        ?? []
    case ("erasures", 1): return [.erasures(vault), .orderErasure(vault)]
    case ("erasures", 3):
      guard rest[2] == "cancel", let id = try? ErasureID(text: rest[1]) else { return [] }
      return [.cancelErasure(vault, id)]
    case (let name?, 2):
      guard let kind = BlobKind(rawValue: name) else { return [] }
      if rest[1] == "missing" { return [.missing(vault, kind)] }
      guard let id = try? ChunkID(text: rest[1]) else { return [] }
      return [.putBlob(vault, kind, id), .getBlob(vault, kind, id), .headBlob(vault, kind, id)]
    default: return []
    }
  }
}
