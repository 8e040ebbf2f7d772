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
      "keygen", say("Crée une clé de destinataire (age)", "Makes a recipient's key (age)"),
      say(
        "Pour l'association ou l'avocat : le fichier reste secret, la clé age1… se donne.",
        "For the association or the lawyer: the file stays secret, the age1… key is given out."),
      examples: ["memo keygen -o cle.txt", "memo keygen --pq -o cle.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(
    help: ArgumentHelp(
      say(
        "Clé post-quantique (age1pq1…) : ses fichiers s'ouvrent avec age 1.3.0 ou plus récent",
        "Post-quantum key (age1pq1…): its files open with age 1.3.0 or later")))
  var pq = false
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(say("Fichier à écrire", "File to write"), valueName: "file"))
  var output: String?

  func run() throws {
    guard output != nil || !shared.json else {
      throw Failure(
        .usage, "output", say("--json demande aussi -o FICHIER", "--json also needs -o FILE"))
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
