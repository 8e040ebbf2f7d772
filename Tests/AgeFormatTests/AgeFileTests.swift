// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

@Suite("Age files")
struct AgeFileTests {
  private static let chunk = AgeV1.chunkCount
  private static let batch = AgeV1.chunksPerBatch * chunk
  static let sizes = [
    0, 1, 100, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 1, batch - 1, batch, batch + 1,
    2 * batch, 2 * batch + chunk + 5,
  ]

  @Test("open to what was sealed, at every size around a chunk and a batch", arguments: sizes)
  func roundTrip(_ size: Int) throws {
    let identity = try identity("owner")
    let plaintext = SeededRandom(seed: "plaintext \(size)").bytes(size)
    let file = try seal(plaintext, to: [identity.recipient])
    let opening = Opening(file, [identity])
    #expect(opening.error == nil)
    #expect(opening.released == plaintext)
    #expect(Opening.piecemeal(file, [identity]).released == plaintext)
  }

  @Test("open from armor", arguments: sizes.filter { $0 <= 2 * chunk + 1 })
  func armored(_ size: Int) throws {
    let identity = try identity("owner")
    let plaintext = SeededRandom(seed: "plaintext \(size)").bytes(size)
    let file = try seal(plaintext, to: [identity.recipient], framing: .armored)
    let opening = Opening(file, [identity])
    #expect(opening.error == nil)
    #expect(opening.released == plaintext)
    #expect(Opening.piecemeal(file, [identity]).released == plaintext)
  }

  @Test("have exactly the size the format says", arguments: sizes)
  func size(_ size: Int) throws {
    let recipient = try identity("owner").recipient
    let file = try seal([UInt8](repeating: 0, count: size), to: [recipient])
    let chunks = max(1, (size + Self.chunk - 1) / Self.chunk)
    #expect(file.count == 184 + size + 16 * chunks)
  }

  @Test("do not depend on how the plaintext is cut into writes")
  func writes() throws {
    let recipient = try identity("owner").recipient
    let plaintext = SeededRandom(seed: "cut").bytes(300_001)
    let whole = try seal(plaintext, to: [recipient], random: SeededRandom(seed: "same"))
    for step in [997, 65_536, 65_537] {
      let file = Collected()
      let encryptor = try AgeEncryptor(
        recipients: [recipient], random: SeededRandom(seed: "same"), output: file.append)
      try encryptor.write([])
      for start in stride(from: 0, to: plaintext.count, by: step) {
        try encryptor.write(Array(plaintext[start...].prefix(step)))
      }
      try encryptor.finish()
      #expect(file.bytes == whole, "\(step)")
    }
  }

  @Test("are different each time")
  func fresh() throws {
    let recipient = try identity("owner").recipient
    #expect(try seal([1], to: [recipient]) != seal([1], to: [recipient]))
  }

  @Test("open for each of several recipients and for nobody else")
  func recipients() throws {
    let people = try (0..<5).map { try identity("person \($0)") }
    let file = try seal([1, 2, 3], to: people.map(\.recipient))
    for person in people { #expect(Opening(file, [person]).released == [1, 2, 3]) }
    let stranger = try identity("stranger")
    #expect(Opening(file, [stranger]).ageError == .noMatch)
    #expect(Opening(file, []).ageError == .noMatch)
    #expect(Opening(file, [stranger, people[4]]).released == [1, 2, 3])
  }

  @Test("open with a passphrase")
  func passphrase() throws {
    let secret = try SecretBytes(copying: Array("correct horse".utf8))
    let wrong = try SecretBytes(copying: Array("correct house".utf8))
    let file = try seal([9], to: [ScryptRecipient(passphrase: secret, workFactor: 2)])
    #expect(Opening(file, [try ScryptIdentity(passphrase: secret)]).released == [9])
    #expect(Opening(file, [try ScryptIdentity(passphrase: wrong)]).ageError == .noMatch)
    #expect(Opening(file, [try identity("owner")]).ageError == .noMatch)
  }

  @Test("are refused to nobody, and to a passphrase beside somebody")
  func refusedRecipients() throws {
    let secret = try SecretBytes(copying: [1])
    let passphrase = try ScryptRecipient(passphrase: secret, workFactor: 2)
    let recipient = try identity("owner").recipient
    #expect(throws: SealingError.noRecipients) { try seal([], to: []) }
    #expect(throws: SealingError.passphraseNotAlone) { try seal([], to: [passphrase, recipient]) }
    #expect(throws: SealingError.passphraseNotAlone) { try seal([], to: [passphrase, passphrase]) }
    #expect(throws: SealingError.tooManyRecipients) {
      try seal([], to: [X25519Recipient](repeating: recipient, count: 1025))
    }
  }

  @Test("are truncated, and found so, when they were not finished")
  func unfinished() throws {
    let identity = try identity("owner")
    let file = Collected()
    let encryptor = try AgeEncryptor(
      recipients: [identity.recipient], random: SystemRandom(), output: file.append)
    try encryptor.write([UInt8](repeating: 7, count: 3 * Self.batch))
    let opening = Opening(file.bytes, [identity])
    #expect(opening.ageError == .payloadFailure)
    #expect(opening.released.count.isMultiple(of: Self.chunk))
    #expect(opening.released.count > 0)
  }

  @Test("take nothing more once they are finished or have failed")
  func closed() throws {
    struct DiskFull: Error {}
    let recipient = try identity("owner").recipient
    let finished = try AgeEncryptor(recipients: [recipient], random: SystemRandom()) { _ in }
    try finished.finish()
    #expect(throws: SealingError.closed) { try finished.write([1]) }
    #expect(throws: SealingError.closed) { try finished.finish() }

    let room = Collected()
    let failing = try AgeEncryptor(recipients: [recipient], random: SystemRandom()) { bytes in
      guard room.bytes.isEmpty else { throw DiskFull() }
      room.append(bytes)
    }
    #expect(throws: DiskFull.self) {
      try failing.write([UInt8](repeating: 0, count: 3 * Self.batch))
    }
    #expect(throws: SealingError.closed) { try failing.finish() }
  }

  @Test("pass an error of their source through, after what was authentic before it")
  func sourceErrors() throws {
    let identity = try identity("owner")
    let plaintext = SeededRandom(seed: "io").bytes(3 * Self.chunk)
    let file = try seal(plaintext, to: [identity.recipient])
    let cut = Opening(
      FailingSource(Array(file.prefix(184 + 2 * (Self.chunk + 16) + 50))), [identity])
    #expect(cut.error is FailingSource.Failure)
    #expect(cut.released == Array(plaintext.prefix(2 * Self.chunk)))
    #expect(
      Opening(FailingSource(Array(file.prefix(50))), [identity]).error is FailingSource.Failure)
    // Complete, and yet the source says that its end is not the end.
    let whole = Opening(FailingSource(file), [identity])
    #expect(whole.error is FailingSource.Failure)
  }

  @Test("lend their plaintext in order, a batch at a time")
  func lending() throws {
    let identity = try identity("owner")
    let plaintext = SeededRandom(seed: "lend").bytes(Self.batch + Self.chunk)
    let file = try seal(plaintext, to: [identity.recipient])
    let decryptor = try AgeDecryptor(source: ArraySource(file), identities: [identity])
    var released: [UInt8] = try #require(try decryptor.nextChunk())
    #expect(released.count == Self.chunk)
    while let part = try decryptor.withNextPlaintext({ Array($0) }) { released += part }
    #expect(released == plaintext)
    #expect(try decryptor.nextChunk() == nil)
    #expect(decryptor.header.stanzas.map(\.type) == ["X25519"])
  }

  @Test("nested in themselves open from one decryptor to the next")
  func nested() throws {
    let (inner, outer) = (try identity("inner"), try identity("outer"))
    let plaintext = SeededRandom(seed: "nested").bytes(100_000)
    let file = try seal(
      seal(plaintext, to: [inner.recipient], framing: .armored), to: [outer.recipient])
    let middle = try AgeDecryptor(source: ArraySource(file), identities: [outer])
    #expect(Opening(middle, [inner]).released == plaintext)
  }

  // The limit ends a deadlock. It is no measure of speed: the clock runs while every other test has the cores.
  @Test(
    "are sealed and opened by many tasks at once, none waiting for another",
    .timeLimit(.minutes(20))
  )
  func manyAtOnce() async throws {
    let identity = try identity("owner")
    let plaintext = [UInt8](repeating: 0x5A, count: 2 * Self.batch + 1)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<32 {
        group.addTask {
          let file = try seal(plaintext, to: [identity.recipient])
          return Opening(file, [identity]).released == plaintext
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test("may be left half read")
  func abandoned() throws {
    let identity = try identity("owner")
    let file = try seal([UInt8](repeating: 1, count: 3 * Self.batch), to: [identity.recipient])
    for _ in 0..<20 {
      let decryptor = try AgeDecryptor(source: ArraySource(file), identities: [identity])
      #expect(try decryptor.nextChunk()?.count == Self.chunk)
    }
  }
}
