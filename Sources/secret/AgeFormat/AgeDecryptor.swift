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
  private var chunk: ArraySlice<UInt8> = []

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
    if !chunk.isEmpty {
      defer { chunk = [] }
      return Array(chunk)
    }
    return try payload.next()
  }

  /// - Throws: as ``nextChunk()``.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if chunk.isEmpty {
      guard let next = try payload.next() else { return 0 }
      chunk = next[...]
    }
    let count = min(buffer.count, chunk.count)
    chunk.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
    chunk = chunk.dropFirst(count)
    return count
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
