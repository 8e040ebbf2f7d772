// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import ArgumentParser
import Evidence
import Sodium
import VaultKit

/// `memo keygen`: an age identity for whoever will receive dossiers.
struct Keygen: ParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "keygen", words.makesRecipientsKeyAge,
      words.associationLawyerFileStays,
      examples: ["memo keygen -o cle.txt", "memo keygen --pq -o cle.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(
    help: ArgumentHelp(
      words.postQuantumKeyHelp))
  var pq = false
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(words.fileWrite, valueName: "file"))
  var output: String?

  func run() throws {
    guard output != nil || !shared.json else {
      throw Failure(
        .usage, "output", words.jsonAlsoNeedsO)
    }
    let identity = try identity()
    let recipient = identity.recipient.description
    let head = "# created: \(RecordedAt.systemNow())\n# public key: \(recipient)\n"
    let text = try identity.text()
    let file = try SecretBytes(count: head.utf8.count + text.count + 1) { buffer in
      buffer.copyBytes(from: Array(head.utf8))
      text.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[head.utf8.count...]).copyMemory(from: $0)
      }
      buffer[buffer.count - 1] = 0x0A
    }
    if let output {
      try SecretFile.create(output, file)
    } else {
      try file.withUnsafeBytes { try Output.secret($0) }
    }
    if shared.json { return try Output.json(["recipient": recipient]) }
    if output != nil { Output.error("Public key: \(recipient)") }
  }

  private func identity() throws -> KeyIdentity {
    let random = SystemRandom()
    return pq ? .hybrid(try .generate(random: random)) : .x25519(try .generate(random: random))
  }
}
