// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// Makes one age file, as its plaintext is written.
///
/// The header goes out at once; then every MiB as it fills up, sealed on all cores. Only
/// ``finish()`` makes the file complete: without it, a reader finds it truncated.
///
///     let file = try AgeEncryptor(recipients: [recipient], random: SystemRandom(), output: disk.write)
///     try file.write(bytes)
///     try file.finish()
public final class AgeEncryptor {
  private let payload: PayloadWriter
  private let armor: ArmorWriter?
  private var isOpen = true

  /// - Parameters:
  ///   - recipients: at least one; a passphrase must be alone, post-quantum ones among themselves.
  ///   - framing: binary, or text for mail and messages, a third larger.
  ///   - output: called from within `init`, `write` and `finish`, in order.
  /// - Throws: ``SealingError``, or what `output` throws.
  public init(
    recipients: [any AgeRecipient], random: some RandomSource, framing: Framing = .binary,
    output: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let fileKey = try FileKey.generate(random: random)
    let header = try Self.header(recipients, fileKey, random)
    let nonce = random.bytes(AgeV1.payloadNonceCount)
    armor = framing == .armored ? ArmorWriter(output: output) : nil
    let sink = armor.map { armor in { try armor.write($0) } } ?? output
    payload = PayloadWriter(key: try fileKey.payloadKey(nonce: nonce), output: sink)
    try (header.encoded + nonce).withUnsafeBytes(sink)
  }

  /// Whether one file may have all these recipients: asked before a vault is opened or a file made.
  public static func check(_ recipients: [any AgeRecipient]) throws(SealingError) {
    guard !recipients.isEmpty else { throw .noRecipients }
    guard recipients.count <= AgeV1.maximumStanzaCount else { throw .tooManyRecipients }
    guard recipients.count == 1 || !recipients.contains(where: \.mustBeAlone) else {
      throw .passphraseNotAlone
    }
    guard recipients.allSatisfy({ $0.isPostQuantum == recipients[0].isPostQuantum }) else {
      throw .postQuantumMixed
    }
  }

  /// - Throws: ``SealingError/closed`` after ``finish()`` or an error; what `output` throws.
  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    try whileOpen { try payload.write(bytes) }
  }

  public func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  /// Writes the final chunk, without which the file is not authentic.
  public func finish() throws {
    try whileOpen {
      try payload.finish()
      try armor?.finish()
      isOpen = false
    }
  }

  private func whileOpen(_ body: () throws -> Void) throws {
    guard isOpen else { throw SealingError.closed }
    do {
      try body()
    } catch {
      isOpen = false
      throw error
    }
  }

  private static func header(
    _ recipients: [any AgeRecipient], _ fileKey: FileKey, _ random: some RandomSource
  ) throws -> Header {
    try check(recipients)
    let stanzas = try recipients.map { try $0.wrap(fileKey: fileKey.secret, random: random) }
    let header = try Header(stanzas: stanzas, fileKey: fileKey)
    // A post-quantum stanza takes 1.5 KiB, so that their number is not the first limit.
    guard header.encoded.count <= AgeV1.maximumHeaderCount else {
      throw SealingError.tooManyRecipients
    }
    return header
  }
}
