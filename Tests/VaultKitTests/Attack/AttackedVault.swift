// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import Synchronization
import TestSupport
import VaultKit
import VaultStore

/// A small vault that holds something of everything. Made once; every attack works on a copy.
///
/// It is opened with its unlock key, because Argon2id would be all that a thousand openings do.
struct AttackedVault: Sendable {
  enum Kind: Sendable {
    /// One device, and a kit that waits to be confirmed.
    case young
    /// The same after a recovery: two devices, two logs, two boot records, a revocation.
    case recovered
    /// As young, but another vault.
    case foreign
  }

  let folder: TemporaryFolder
  let unlockKey: UnlockKey
  /// What it says when nobody touched it.
  let answers: VaultAnswers
  let kit: SecretBytes
  let locks: [UInt8]
  /// Every place of every log.
  let places: [HistoryItem]

  static let passphrase = TestVault.passphrase
  static func environment(_ seed: String = "attacked vault") -> VaultEnvironment {
    let clock = Mutex<Int64>(1_767_225_600)
    return VaultEnvironment(
      now: {
        let seconds = clock.withLock { value in
          value += 3600
          return value
        }
        return RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: 3600)
      }, random: SeededRandom(seed: seed), cost: .floor, patience: .seconds(5))
  }

  static func made(_ kind: Kind) async throws -> AttackedVault {
    switch kind {
    case .young: try await young.value
    case .recovered: try await recovered.value
    case .foreign: try await foreign.value
    }
  }

  private static let young = Task { try await AttackedVault(.young) }
  private static let recovered = Task { try await AttackedVault(.recovered) }
  private static let foreign = Task { try await AttackedVault(.foreign) }

  private init(_ kind: Kind) async throws {
    folder = try TemporaryFolder()
    let environment = Self.environment(kind == .foreign ? "foreign vault" : "attacked vault")
    let path = folder.file("vault")
    kit = try await Self.fill(path, folder, environment)
    if kind == .recovered {
      let vault = try await LockedVault(path, environment: environment).recover(
        RecoverySecret(kitText: kit), newPassphrase: TestVault.secret(Self.passphrase))
      _ = try await vault.add(.sample("Après la reprise", when: "2023-05"))
      try await vault.keepDraft(Array("un brouillon".utf8))
    }
    unlockKey = try Self.unlockKey(of: path)
    locks = try Self.locks(of: path)
    let vault = try await LockedVault(path, environment: environment).unlock(unlockKey: unlockKey)
    places = try await vault.history(includingBlanks: true).items
    answers = try await VaultAnswers(of: vault, scratch: folder.file("scratch"))
    guard answers.refusals.isEmpty else { throw CocoaError(.coderInvalidValue) }
  }

  /// Entries, a contact, pieces, a revision, a withdrawal and a removal; returns the kit.
  private static func fill(
    _ path: String, _ folder: TemporaryFolder, _ environment: VaultEnvironment
  ) async throws -> SecretBytes {
    let vault = try await NewVault.create(
      at: path, passphrase: TestVault.secret(passphrase), environment: environment)
    guard let kit = try await vault.pendingKit()?.text() else {
      throw CocoaError(.coderInvalidValue)
    }
    var camille = Contact()
    camille.name = "Camille Durand"
    camille.phones = ["01 00 00 00 00"]
    let contact = try await vault.addContact(camille)
    var entry = try Entry.sample("Premier", when: "2021-03-14", text: "Un récit")
    entry.who = [Person(.contact(contact), role: "témoin")]
    entry.tags = ["loyer"]
    let letter = try folder.write("lettre.pdf", SeededRandom(seed: "lettre").bytes(10_000))
    let first = try await vault.add([
      NewEntry(entry, pieces: [AttachRequest(path: letter, nature: .received)])
    ])[0]
    _ = try await vault.amend("\(first)", reason: "précision") { $0.place = "chez moi" }
    let photo = try folder.write("photo.jpg", SeededRandom(seed: "photo").bytes(9_000))
    _ = try await vault.add([
      NewEntry(.sample("Deuxième", when: "2022"), pieces: [AttachRequest(path: photo)])
    ])
    let note = try folder.write("note.txt", Array("note".utf8))
    let gone = try await vault.add([
      NewEntry(.sample("Retiré"), pieces: [AttachRequest(path: note)])
    ])[0]
    _ = try await vault.withdraw("\(gone)", reason: "doublon")
    var other = Contact()
    other.name = "Dominique Petit"
    _ = try await vault.removeContact("\(try await vault.addContact(other))")
    try await vault.keepDraft(Array("un brouillon".utf8))
    return kit
  }

  /// What the passphrase opens, found without opening the vault.
  static func unlockKey(
    of path: String, passphrase: String = AttackedVault.passphrase
  ) throws -> UnlockKey {
    let store = try VaultStore.open(VaultFolder(path), lock: VaultFolder(path).acquireLock())
    let secret = try Files.read(path + "/device.secret", limit: 4096)
    return try PassphraseSlot(encoded: store.state().slot).open(
      passphrase: TestVault.secret(passphrase), deviceSecret: DeviceSecret(encoded: secret))
  }

  /// What a passphrase needs to open it: the slot and the device secret.
  static func locks(of path: String) throws -> [UInt8] {
    let store = try VaultStore.open(VaultFolder(path), lock: VaultFolder(path).acquireLock())
    return try store.state().slot + Files.read(path + "/device.secret", limit: 4096)
  }

  /// The first place of a type; the last when `last`.
  func place(of type: StatementType, last: Bool = false) throws -> HistoryItem {
    let found = last ? places.last { $0.type == type } : places.first { $0.type == type }
    guard let found else { throw CocoaError(.coderInvalidValue) }
    return found
  }

  func copy() throws -> Copy { try Copy(of: self) }

  /// A copy that an attack may do anything to.
  struct Copy {
    let original: AttackedVault
    let folder: TemporaryFolder
    var path: String { folder.file("vault") }
    var database: String { path + "/vault.sqlite" }

    init(of original: AttackedVault) throws {
      self.original = original
      folder = try TemporaryFolder()
      try FileManager.default.copyItem(
        atPath: original.folder.file("vault"), toPath: folder.file("vault"))
    }

    func open() async throws -> Vault {
      try await LockedVault(path, environment: AttackedVault.environment())
        .unlock(unlockKey: original.unlockKey)
    }

    /// Every file but the lock, whose bytes mean nothing.
    var files: [String] {
      get throws {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter {
          $0 != "lock" && !Files.isFolder(path + "/" + $0)
        }.sorted()
      }
    }
  }
}
