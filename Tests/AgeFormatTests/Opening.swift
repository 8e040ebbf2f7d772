// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Sodium
import TestSupport

/// What opening a file gave: everything released, and how it ended.
struct Opening {
  var released: [UInt8] = []
  var error: (any Error)?

  /// Pulls chunk by chunk.
  init(_ file: [UInt8], _ identities: [any AgeIdentity], framing: Framing? = nil) {
    self.init(ArraySource(file), identities, framing: framing)
  }

  init(_ source: any ByteSource, _ identities: [any AgeIdentity], framing: Framing? = nil) {
    do {
      let decryptor = try AgeDecryptor(source: source, identities: identities, framing: framing)
      while let chunk = try decryptor.nextChunk() { released += chunk }
    } catch {
      self.error = error
    }
  }

  /// Pulls through the byte source interface, with a buffer of an odd size, from a source that gives
  /// a few bytes at a time.
  static func piecemeal(_ file: [UInt8], _ identities: [any AgeIdentity]) -> Opening {
    var opening = Opening(released: [], error: nil)
    do {
      let decryptor = try AgeDecryptor(source: MeagreSource(file), identities: identities)
      var buffer = [UInt8](repeating: 0, count: 997)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try decryptor.read(into: $0) }
        if count == 0 { break }
        opening.released += buffer[..<count]
      }
    } catch {
      opening.error = error
    }
    return opening
  }

  private init(released: [UInt8], error: (any Error)?) {
    self.released = released
    self.error = error
  }

  var ageError: AgeError? { error as? AgeError }
}

/// Gives 1 to 1,500 bytes at a time.
final class MeagreSource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  private var step = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    step = (step * 7 + 5) % 1500
    let part = bytes[position...].prefix(min(buffer.count, step + 1))
    buffer.copyBytes(from: part)
    position += part.count
    return part.count
  }
}

/// Fails after its bytes, as a disk might.
final class FailingSource: ByteSource {
  struct Failure: Error {}
  private let bytes: ArraySource
  init(_ bytes: [UInt8]) { self.bytes = ArraySource(bytes) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = bytes.read(into: buffer)
    guard count > 0 else { throw Failure() }
    return count
  }
}

/// Makes a file in memory.
func seal(
  _ plaintext: [UInt8], to recipients: [any AgeRecipient], framing: Framing = .binary,
  random: some RandomSource = SystemRandom()
) throws -> [UInt8] {
  let file = Collected()
  let encryptor = try AgeEncryptor(
    recipients: recipients, random: random, framing: framing, output: file.append)
  try encryptor.write(plaintext)
  try encryptor.finish()
  return file.bytes
}

/// Output kept in memory.
final class Collected {
  private(set) var bytes: [UInt8] = []
  func append(_ part: UnsafeRawBufferPointer) { bytes += part }
}

/// A post-quantum identity that is the same in every run.
func hybrid(_ seed: String) throws -> HybridIdentity {
  try HybridIdentity.generate(random: SeededRandom(seed: seed))
}

/// An identity that is the same in every run.
func identity(_ seed: String) throws -> X25519Identity {
  try X25519Identity.generate(random: SeededRandom(seed: seed))
}
