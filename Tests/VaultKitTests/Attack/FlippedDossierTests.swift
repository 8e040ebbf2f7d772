// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Evidence
import Foundation
import Remote
import TestSupport
import Testing
import VaultKit

/// Every byte of a dossier altered in turn, sealed and opened: never believed, never a trap.
@Suite struct FlippedDossierTests {
  /// A small dossier, made once.
  struct Small: Sendable {
    let sealed: [UInt8]
    let archive: [UInt8]
    let vault: VaultID

    static let made = Task { try await Small() }

    private init() async throws {
      let test = try TestVault()
      let vault = try await test.create()
      var camille = Contact()
      camille.name = "Camille"
      let contact = try await vault.addContact(camille)
      var entry = try Entry.sample("Premier", when: "2021-03-14")
      entry.who = [Person(.contact(contact), role: "témoin")]
      let piece = try test.folder.write("lettre.txt", Array("Madame, Monsieur".utf8))
      _ = try await vault.add([NewEntry(entry, pieces: [AttachRequest(path: piece)])])
      try await Recipient.dossier(of: vault, at: test.folder.file("d"))
      sealed = try test.folder.read("d")
      archive = try Recipient.open(sealed)
      self.vault = vault.id
    }
  }

  /// In the long form all bits and one bit of every byte, else one of the two at some places.
  static func flips(_ bytes: [UInt8], half: Int, oneIn step: Int) -> [(place: Int, mask: UInt8)] {
    LongTests.places(below: bytes.count, oneIn: step).enumerated()
      .filter { $0.offset % 2 == half }
      .flatMap { _, place in
        let bit = UInt8(1) << UInt8(place * 5 % 8)
        let masks: [UInt8] =
          LongTests.areWanted ? [0xFF, bit] : [place.isMultiple(of: 2) ? 0xFF : bit]
        return masks.map { (place, $0) }
      }
  }

  /// How a reader that exits 65 or 77 would put it; `nil` when it believes the dossier.
  enum Refusal: Hashable {
    case age(AgeError)
    case tar, dossier
    /// Read, and judged false.
    case judged
  }

  static func refusal(_ archive: () throws -> UnverifiedDossier, _ vault: VaultID) throws
    -> Refusal?
  {
    do {
      let dossier = try archive()
      let named = dossier.verify(
        vault: vault, openedAs: Recipient.identity.recipient.description)
      return named.ok || dossier.verify().ok ? nil : .judged
    } catch let error as AgeError {
      return .age(error)
    } catch is TarError {
      return .tar
    } catch is DossierError {
      return .dossier
    }
  }

  @Test(
    "a flipped byte of the sealed file is damage; a missing match only in a stanza",
    arguments: [0, 1])
  func sealed(half: Int) async throws {
    let small = try await Small.made.value
    let header = try #require(Data(small.sealed).range(of: Data("\n--- ".utf8)))
    let stanzas =
      try #require(Data(small.sealed).range(of: Data("-> ".utf8))).lowerBound..<header.lowerBound
    let places =
      Self.flips(Array(small.sealed[..<400]), half: half, oneIn: 1)
      + Self.flips(small.sealed, half: half, oneIn: 499)
    for (place, mask) in places {
      var bytes = small.sealed
      bytes[place] ^= mask
      let refusal = try Self.refusal({ try Recipient.read(bytes) }, small.vault)
      guard case .age(let error) = refusal else {
        Issue.record("\(place)^\(mask): \(String(describing: refusal))")
        continue
      }
      if error == .noMatch && !stanzas.contains(place) {
        Issue.record("\(place)^\(mask): no match, outside the stanzas")
      }
    }
  }

  @Test("a flipped byte of the opened archive is never believed", arguments: [0, 1])
  func opened(half: Int) async throws {
    let small = try await Small.made.value
    #expect(try Self.refusal({ try read(small.archive) }, small.vault) == nil)
    var found: [Refusal: Int] = [:]
    for (place, mask) in Self.flips(small.archive, half: half, oneIn: 31) {
      var bytes = small.archive
      bytes[place] ^= mask
      guard let refusal = try Self.refusal({ try read(bytes) }, small.vault) else {
        let around = String(decoding: small.archive[max(0, place - 30)..<place], as: UTF8.self)
        Issue.record("believed: \(place)^\(mask), after \(around.debugDescription)")
        continue
      }
      found[refusal, default: 0] += 1
    }
    print("flipped bytes, archive of \(small.archive.count), half \(half): \(found)")
  }

  private func read(_ archive: [UInt8]) throws -> UnverifiedDossier {
    try DossierReader.read(archive: ArraySource(archive))
  }

  @Test("a sealed file or an archive cut short anywhere is refused")
  func truncated() async throws {
    let small = try await Small.made.value
    for count in LongTests.places(below: small.sealed.count, oneIn: 997) {
      let bytes = Array(small.sealed[..<count])
      #expect(try Self.refusal({ try Recipient.read(bytes) }, small.vault) != nil, "\(count)")
    }
    for count in LongTests.places(below: small.archive.count, oneIn: 997) {
      let bytes = Array(small.archive[..<count])
      #expect(try Self.refusal({ try read(bytes) }, small.vault) != nil, "\(count)")
    }
    for extra in [[UInt8(0)], [1], Array("age-encryption.org/v1\n".utf8)] {
      #expect(try Self.refusal({ try Recipient.read(small.sealed + extra) }, small.vault) != nil)
      #expect(try Self.refusal({ try read(small.archive + extra) }, small.vault) != nil)
    }
  }
}
