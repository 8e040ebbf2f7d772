// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Foundation
import Sodium
import TestSupport
import Testing

/// Files that go between this library and the stock `age` program, both ways. Where the program is
/// missing this is a visible skip, and a failure when `CI` is set.
@Suite("Interoperability with age", .enabled(if: Interop.isAvailable, "age or python3 not found"))
struct InteropTests {
  static let sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073]

  @Test("the programs are there")
  func available() { #expect(Interop.isAvailable) }

  @Test("what age seals for two recipients opens for each, binary and armored", arguments: sizes)
  func opensTheirs(_ size: Int) throws {
    let people = [try identity("one"), try identity("two")]
    let plaintext = SeededRandom(seed: "theirs \(size)").bytes(size)
    let recipients = people.flatMap { ["-r", $0.recipient.description] }
    for options in [[], ["-a"]] {
      let sealed = try Command.run(["age"] + options + recipients, input: plaintext)
      #expect(sealed.status == 0)
      for person in people {
        let opening = Opening(sealed.output, [person])
        #expect(opening.error == nil, "\(options)")
        #expect(opening.released == plaintext, "\(options)")
      }
    }
  }

  @Test("what is sealed here for two recipients opens with age, for each", arguments: sizes)
  func theyOpenOurs(_ size: Int) throws {
    let people = [try identity("one"), try identity("two")]
    let plaintext = SeededRandom(seed: "ours \(size)").bytes(size)
    let folder = try TemporaryFolder()
    for framing in [Framing.binary, .armored] {
      let file = try seal(plaintext, to: people.map(\.recipient), framing: framing)
      for person in people {
        let text = try person.text().withUnsafeBytes { Array($0) }
        let key = try folder.write("key", Array("# made by a test\n".utf8) + text + [10])
        let opened = try Command.run(["age", "-d", "-i", key], input: file)
        #expect(opened.status == 0)
        #expect(opened.output == plaintext)
      }
    }
  }

  @Test("what age seals with a passphrase opens, and the other way round")
  func passphrases() throws {
    let passphrase = "correct horse battery staple"
    let secret = try SecretBytes(copying: Array(passphrase.utf8))
    let plaintext = SeededRandom(seed: "passphrase").bytes(65_537)
    let folder = try TemporaryFolder()
    let plain = try folder.write("plain", plaintext)

    let theirs = folder.file("theirs.age")
    #expect(try Interop.onTerminal(["age", "-p", "-o", theirs, plain], passphrase) == 0)
    let opening = Opening(try folder.read("theirs.age"), [try ScryptIdentity(passphrase: secret)])
    #expect(opening.error == nil)
    #expect(opening.released == plaintext)

    let file = try seal(plaintext, to: [ScryptRecipient(passphrase: secret, workFactor: 10)])
    let ours = try folder.write("ours.age", file)
    let opened = folder.file("opened")
    #expect(try Interop.onTerminal(["age", "-d", "-o", opened, ours], passphrase) == 0)
    #expect(try folder.read("opened") == plaintext)
    #expect(try Interop.onTerminal(["age", "-d", "-o", folder.file("no"), ours], "wrong") != 0)
  }

  @Test("a file that age refuses when it is cut is refused here, at the same places")
  func truncation() throws {
    let person = try identity("one")
    let folder = try TemporaryFolder()
    let text = try person.text().withUnsafeBytes { Array($0) }
    let key = try folder.write("key", text)
    let file = try seal([UInt8](repeating: 3, count: 65_600), to: [person.recipient])
    for count in [100, 184, 200, 184 + 65_552, file.count - 1, file.count] {
      let theirs = try Command.run(["age", "-d", "-i", key], input: Array(file.prefix(count)))
      let ours = Opening(Array(file.prefix(count)), [person])
      #expect((theirs.status == 0) == (ours.error == nil), "\(count)")
      #expect(theirs.output == ours.released, "\(count)")
    }
  }

  @Test("an identity file by age-keygen gives the recipient that it names")
  func keygen() throws {
    let made = try Command.run(["age-keygen"])
    #expect(made.status == 0)
    let identities = try IdentityFile(made.output).identities
    let recipient = try #require(identities.first).recipient
    #expect(String(decoding: made.output, as: UTF8.self).contains("# public key: \(recipient)\n"))
  }

  /// With an older age there is nothing to compare with but the vectors: that is said, and what such an
  /// age does with these files is checked instead.
  @Test(
    "post-quantum files go both ways with age 1.3.0 or later, and do not open with an older one")
  func hybrids() throws {
    let person = try hybrid("one")
    let folder = try TemporaryFolder()
    let text = try person.text().withUnsafeBytes { Array($0) }
    let key = try folder.write("key", text + [10])
    let plaintext = SeededRandom(seed: "hybrid").bytes(65_537)
    let file = try seal(plaintext, to: [person.recipient])
    let opened = try Command.run(["age", "-d", "-i", key], input: file)
    let version = try Command.run(["age", "--version"]).text.trimmingCharacters(
      in: .whitespacesAndNewlines)
    guard Interop.knowsHybrids(version) else {
      print("hybrid vectors: nothing else to compare with, age \(version) is older than 1.3.0")
      #expect(opened.status != 0 && opened.output.isEmpty)
      return
    }
    #expect(opened.status == 0 && opened.output == plaintext, "\(opened.errorText)")
    let sealed = try Command.run(["age", "-r", "\(person.recipient)"], input: plaintext)
    #expect(Opening(sealed.output, [person]).released == plaintext, "\(sealed.errorText)")
    let made = try Command.run(["age-keygen", "-pq"])
    let recipient = try #require(IdentityFile(made.output).identities.first).recipient
    #expect(made.text.contains("# public key: \(recipient)\n"))
  }

  @Test("the version of age that knows post-quantum keys is told from older ones")
  func versions() {
    for version in ["1.3.0", "v1.3.1", "1.10.0", "2.0", "(devel)"] {
      #expect(Interop.knowsHybrids(version), "\(version)")
    }
    for version in ["1.1.1", "v1.2.1", "1.2.10", "0.9"] {
      #expect(!Interop.knowsHybrids(version), "\(version)")
    }
  }
}

enum Interop {
  static let isAvailable = ["age", "age-keygen", "python3"].allSatisfy(Command.isUsable)

  /// 1.3.0 or later; a version that is not a number is taken for a recent one, so that it is compared.
  static func knowsHybrids(_ version: String) -> Bool {
    let numbers = version.drop { $0 == "v" }.split(separator: ".").map { Int($0) }
    guard let major = numbers.first ?? nil else { return true }
    let minor = numbers.count > 1 ? numbers[1] ?? 0 : 0
    return (major, minor) >= (1, 3)
  }

  /// Runs a program on a terminal of its own and types the passphrase whenever it asks, for age takes
  /// one from nowhere else.
  static func onTerminal(_ command: [String], _ passphrase: String) throws -> Int32 {
    let script = """
      import os, pty, sys
      pid, terminal = pty.fork()
      if pid == 0:
          os.execvp(sys.argv[1], sys.argv[1:])
      seen = b""
      while True:
          try:
              part = os.read(terminal, 1024)
          except OSError:
              break
          if not part:
              break
          seen += part
          if b"assphrase" in seen and b":" in seen.rsplit(b"assphrase", 1)[1]:
              os.write(terminal, os.environ["AGE_TEST_PASSPHRASE"].encode() + b"\\n")
              seen = b""
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """
    return try Command.run(
      ["python3", "-c", script] + command, environment: ["AGE_TEST_PASSPHRASE": passphrase]
    ).status
  }
}
