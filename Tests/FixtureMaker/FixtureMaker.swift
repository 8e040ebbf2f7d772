// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import Synchronization
import TestSupport
import VaultKit

/// Makes a golden vault and a golden dossier with a known passphrase, kit and identity: `FixtureMaker DIR`.
///
/// Randomness and the clock are fixed, so that whoever doubts a fixture can make it again.
@main
struct FixtureMaker {
  static let passphrase = "phrase de passe des exemples"
  let folder: String
  let environment: VaultEnvironment

  init(folder: String) {
    self.folder = folder
    let clock = Mutex<Int64>(1_767_225_600)
    environment = VaultEnvironment(
      now: {
        let seconds = clock.withLock { value in
          value += 3600
          return value
        }
        return RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: 3600)
      }, random: SeededRandom(seed: "memo fixtures v1"), cost: .floor)
  }

  static func main() async throws {
    guard CommandLine.arguments.count == 2 else {
      print("FixtureMaker DIR")
      exit(64)
    }
    let maker = FixtureMaker(folder: CommandLine.arguments[1])
    try FileManager.default.createDirectory(
      atPath: maker.folder, withIntermediateDirectories: true)
    try await maker.make()
  }

  private func make() async throws {
    let secret = try SecretBytes(copying: Array(Self.passphrase.utf8))
    try write("passphrase.txt", Array((Self.passphrase + "\n").utf8))
    let kit = try await firstDevice(secret)
    try write("kit.txt", kit.lines().withUnsafeBytes { Array($0) })
    let vault = try await LockedVault(folder + "/vault", environment: environment)
      .recover(RecoverySecret(kitText: kit.text()), newPassphrase: secret)
    try await secondDevice(vault)
    try await dossier(vault)
  }

  /// Everything that a version 1 log may hold, on the device that is revoked afterwards.
  private func firstDevice(_ secret: SecretBytes) async throws -> RecoveryKit {
    let vault = try await NewVault.create(
      at: folder + "/vault", passphrase: secret, environment: environment)
    guard let kit = try await vault.pendingKit() else { throw CocoaError(.coderInvalidValue) }
    try await vault.confirmKit()
    var camille = Contact()
    camille.name = "Camille Durand"
    camille.role = "voisine"
    camille.phones = ["01 00 00 00 00", "06 00 00 00 00"]
    camille.hiddenAddresses = ["CANARI adresse cachée"]
    var zoe = Contact()
    zoe.name = "CANARI Zoé Petit"
    zoe.initials = "Z. P."
    zoe.isChild = true
    let ids = [try await vault.addContact(camille), try await vault.addContact(zoe)]
    let letter = try write("lettre d'été.pdf", Array("%PDF-1.4\n% exemple\n".utf8))
    let call = try write("appel.m4a", SeededRandom(seed: "appel").bytes(1_200_000))
    let first = try await vault.add(
      [
        NewEntry(
          entry("Lettre au sujet du loyer", "2021-03-14", people: ids),
          pieces: [
            AttachRequest(path: letter, nature: .received),
            AttachRequest(path: call, nature: .copy, partial: "le début manque"),
          ])
      ])[0]
    _ = try await vault.amend("\(first)", reason: "date retrouvée") {
      $0.when = try EDTFDate("2021-03-15")
    }
    _ = try await vault.add(entry("Réunion", "2021-05~"))
    let gone = try await vault.add(entry("CANARI retiré", "2019?"))
    _ = try await vault.withdraw("\(gone)", reason: nil)
    for path in [letter, call] { try FileManager.default.removeItem(atPath: path) }
    return kit
  }

  private func secondDevice(_ vault: Vault) async throws {
    var money = try entry("Versements", "2019/2021")
    money.amount = try Amount("1 200,50 €")
    money.paidTo = "l'association"
    _ = try await vault.add(money)
    _ = try await vault.add(Entry())
  }

  private func dossier(_ vault: Vault) async throws {
    let identity = try X25519Identity.generate(random: SeededRandom(seed: "memo fixtures identity"))
    try write("identity.txt", identity.text().withUnsafeBytes { Array($0) } + [0x0A])
    var request = ExportRequest()
    request.recipients = [(identity.recipient, identity.recipient.description)]
    request.cover = ["parties": "A contre B", "juridiction": "Tribunal judiciaire"]
    request.showCount = true
    _ = try await vault.export(request, to: folder + "/dossier.tar.age")
    try write("vault-id.txt", Array((vault.id.text + "\n").utf8))
  }

  private func entry(_ title: String, _ when: String, people: [SubjectID] = []) throws -> Entry {
    var entry = Entry()
    entry.title = title
    entry.when = try EDTFDate(when)
    entry.text = "Récit.\nDeuxième ligne ; « guillemets », <balise>, =1+1."
    entry.place = "chez moi"
    entry.said = "Paroles exactes"
    entry.felt = "peur"
    entry.writtenBy = .themself
    entry.tags = ["CANARI étiquette"]
    entry.privateNote = "CANARI note privée"
    entry.who =
      people.map { Person(.contact($0), role: "témoin") } + [Person(.name("Jean"), role: nil)]
    return entry
  }

  @discardableResult
  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder + "/" + name
  }
}
