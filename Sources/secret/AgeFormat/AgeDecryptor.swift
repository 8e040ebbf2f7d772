// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Opens one age file, pulling it from a source as its plaintext is asked for.
///
/// Every byte given is authentic and at its place. Whether the file is *complete* is known only when
/// ``nextChunk()`` has returned `nil`, or ``read(into:)`` 0, instead of throwing.
public final class AgeDecryptor: ByteSource {
  /// The file's header, authenticated.
  public let header: Header
  private let payload: PayloadReader

  /// Reads and authenticates the header.
  /// - Parameter framing: whether the file is armored; detected when `nil`.
  /// - Throws: ``AgeError``, or an error of the source.
  public init(
    source: any ByteSource, identities: [any AgeIdentity], framing: Framing? = nil
  ) throws {
    let file = BufferedSource(source)
    let isArmored = try (framing ?? Framing.detect(file)) == .armored
    let content = isArmored ? BufferedSource(ArmorReader(file)) : file
    var reader = HeaderReader(content)
    header = try reader.read()
    let fileKey = try Self.unwrap(header.stanzas, identities)
    try header.authenticate(with: fileKey)
    let nonce = try Self.readNonce(content)
    payload = PayloadReader(source: content, key: try fileKey.payloadKey(nonce: nonce))
  }

  /// The next plaintext, 1 to 65,536 bytes; `nil` at the end of a complete file.
  /// - Throws: ``AgeError/payloadFailure``, ``AgeError/armorFailure``, or an error of the source; the
  ///   same again thereafter.
  public func nextChunk() throws -> [UInt8]? {
    try payload.withNext(limit: AgeV1.chunkCount) { Array($0) }
  }

  /// Lends the next plaintext, up to a MiB of it, to be hashed and written without a copy; `nil` at
  /// the end of a complete file.
  /// - Throws: as ``nextChunk()``, or what `body` throws.
  public func withNextPlaintext<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result? {
    try payload.withNext(limit: .max, body)
  }

  /// - Throws: as ``nextChunk()``.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try payload.withNext(limit: buffer.count) { plaintext in
      buffer.copyMemory(from: plaintext)
      return plaintext.count
    }
    return count ?? 0
  }

  private static func unwrap(
    _ stanzas: [Stanza], _ identities: [any AgeIdentity]
  ) throws -> FileKey {
    for identity in identities {
      guard let secret = try identity.unwrap(stanzas) else { continue }
      guard let fileKey = FileKey(secret) else { throw AgeError.headerFailure }
      return fileKey
    }
    throw AgeError.noMatch
  }

  private static func readNonce(_ source: BufferedSource) throws -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: AgeV1.payloadNonceCount)
    let count = try nonce.withUnsafeMutableBytes { try source.readFully(into: $0) }
    guard count == nonce.count else { throw AgeError.headerFailure }
    return nonce
  }
}
