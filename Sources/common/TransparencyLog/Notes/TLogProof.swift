// SPDX-License-Identifier: Apache-2.0
public import Hashing
import Sodium

/// A C2SP tlog-proof: everything needed, with the log's key, to check offline that a leaf is logged.
public struct TLogProof: Equatable, Sendable {
  /// No longer file is read.
  public static let maximumCount = 2 << 20
  /// No path is longer in a tree that 64 bits can count.
  private static let maximumHashCount = 64
  private static let firstLine = "c2sp.org/tlog-proof@v1"
  private static let extraPrefix = Array("extra ".utf8)
  private static let indexPrefix = Array("index ".utf8)

  /// Zero-based place of the leaf.
  public let index: UInt64
  /// From the leaf's sibling up to the root's child.
  public let hashes: [SHA256Digest]
  public let checkpoint: SignedCheckpoint
  /// Data that nothing authenticates; never empty.
  public let extra: [UInt8]?

  /// - Throws: ``NoteError/malformedProof`` for empty extra data or more than 64 hashes.
  public init(
    index: UInt64, hashes: [SHA256Digest], checkpoint: SignedCheckpoint, extra: [UInt8]? = nil
  ) throws {
    guard hashes.count <= Self.maximumHashCount, extra?.isEmpty != true else {
      throw NoteError.malformedProof
    }
    self.index = index
    self.hashes = hashes
    self.checkpoint = checkpoint
    self.extra = extra
    guard encoded.count <= Self.maximumCount else { throw NoteError.tooLarge }
  }

  /// - Throws: ``NoteError``.
  public init(parsing bytes: [UInt8]) throws {
    guard bytes.count <= Self.maximumCount else { throw NoteError.tooLarge }
    guard
      let blank = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A
      })
    else { throw NoteError.malformedProof }
    var lines = bytes[..<blank].split(
      separator: 0x0A, maxSplits: Self.maximumHashCount + 3, omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), first.elementsEqual(Self.firstLine.utf8) else {
      throw NoteError.malformedProof
    }
    var extra: [UInt8]?
    if let text = lines.first?.dropping(Self.extraPrefix) {
      extra = try Self.decode(text)
      lines = lines.dropFirst()
    }
    guard let text = lines.popFirst()?.dropping(Self.indexPrefix),
      let index = ASCIIDecimal.parse(text)
    else { throw NoteError.malformedProof }
    try self.init(
      index: index, hashes: lines.map(Self.digest),
      checkpoint: SignedCheckpoint(parsing: Array(bytes[(blank + 2)...])), extra: extra)
  }

  public var encoded: [UInt8] {
    var lines = [Self.firstLine]
    if let extra { lines.append("extra " + Base64.encode(extra, .standard)) }
    lines.append("index \(index)")
    lines += hashes.map { Base64.encode($0.bytes, .standard) }
    return Array(lines.map { $0 + "\n" }.joined().utf8) + [0x0A] + checkpoint.encoded
  }

  /// Returns only when the log signed the checkpoint and the leaf is at `index` below its root.
  /// - Parameter leaf: the leaf's hash.
  /// - Throws: ``NoteError`` or ``MerkleError``.
  public func verify(leaf: SHA256Digest, by verifier: NoteVerifier) throws {
    try checkpoint.verify(by: verifier)
    let head = checkpoint.checkpoint
    try InclusionProof(index: index, size: head.size, hashes: hashes)
      .verify(leaf: leaf, root: head.root)
  }

  private static func digest(_ line: ArraySlice<UInt8>) throws -> SHA256Digest {
    guard let digest = SHA256Digest(try decode(line)) else { throw NoteError.malformedProof }
    return digest
  }

  private static func decode(_ text: ArraySlice<UInt8>) throws -> [UInt8] {
    guard let bytes = try? Base64.decode(String(decoding: text, as: UTF8.self), .standard) else {
      throw NoteError.malformedProof
    }
    return bytes
  }
}

extension ArraySlice<UInt8> {
  /// What follows `prefix`, or `nil` where it does not start so.
  func dropping(_ prefix: [UInt8]) -> ArraySlice<UInt8>? {
    starts(with: prefix) ? dropFirst(prefix.count) : nil
  }
}
