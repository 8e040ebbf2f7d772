// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium

/// An inclusion proof and the signed head it leads to, in one text (C2SP tlog-proof).
public struct TLogProof: Equatable, Sendable {
  static let header = "c2sp.org/tlog-proof@v1"
  static let sizeLimit = 1_000_000

  public let index: UInt64
  /// From the leaf to the root.
  public let hashes: [SHA256Digest]
  public let checkpoint: SignedCheckpoint
  /// Opaque bytes that an application may add.
  public let extra: [UInt8]?

  public init(
    index: UInt64, hashes: [SHA256Digest], checkpoint: SignedCheckpoint, extra: [UInt8]? = nil
  ) {
    self.index = index
    self.hashes = hashes
    self.checkpoint = checkpoint
    self.extra = extra
  }

  public init(_ proof: InclusionProof, checkpoint: SignedCheckpoint) {
    self.init(index: proof.index, hashes: proof.hashes, checkpoint: checkpoint)
  }

  public var encoded: [UInt8] {
    var text = Self.header + "\n"
    if let extra { text += "extra " + Base64.encode(extra, .standard) + "\n" }
    text += "index \(index)\n"
    for hash in hashes { text += Base64.encode(hash.bytes, .standard) + "\n" }
    return Array((text + "\n").utf8) + checkpoint.encoded
  }

  /// - Throws: ``ProofError``.
  public init(parsing bytes: [UInt8]) throws {
    guard bytes.count <= Self.sizeLimit else { throw ProofError.tooLarge }
    guard
      let blank = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A
      }),
      let head = String(validating: bytes[..<blank], as: UTF8.self)
    else { throw ProofError.malformed }
    var lines = head.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == Self.header[...] else { throw ProofError.malformed }
    var extra: [UInt8]?
    if let line = lines.first, line.hasPrefix("extra ") {
      extra = try? Base64.decode(line.dropFirst(6), .standard)
      guard extra != nil else { throw ProofError.malformed }
      lines = lines.dropFirst()
    }
    guard let line = lines.popFirst(), line.hasPrefix("index "),
      let index = Decimal64.parse(line.dropFirst(6)), lines.count <= 63
    else { throw ProofError.malformed }
    let hashes = try lines.map { line in
      guard let decoded = try? Base64.decode(line, .standard), let hash = SHA256Digest(decoded)
      else { throw ProofError.malformed }
      return hash
    }
    self.init(
      index: index, hashes: hashes,
      checkpoint: try SignedCheckpoint(parsing: Array(bytes[(blank + 2)...])), extra: extra)
  }

  /// - Throws: ``ProofError`` unless `leaf` stands at ``index`` in a tree whose head `verifier` signed.
  public func verify(leaf: SHA256Digest, by verifier: NoteVerifier) throws {
    try checkpoint.verify(by: verifier)
    let head = checkpoint.checkpoint
    try InclusionProof(index: index, size: head.size, hashes: hashes)
      .verify(leaf: leaf, root: head.root)
  }
}
