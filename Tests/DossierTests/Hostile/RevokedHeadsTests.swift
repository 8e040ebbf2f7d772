// SPDX-License-Identifier: Apache-2.0
import AgeFormat
@testable import Dossier
import Remote
import Testing

/// What a vault may compare itself with. Whoever has a revoked device's key can sign any head of its log.
@Suite struct RevokedHeadsTests {
  private func heads(
    _ forge: Forge, _ revocations: [DeviceID: DeviceRevocation] = [:]
  ) throws -> [LogHead]? {
    try DossierReader.read(archive: ArraySource(forge.bundle().archive()))
      .heads(of: forge.vault, revocations: revocations)
  }

  @Test("of a revoked device's log, only the head that the revocation names is compared with")
  func revoked() throws {
    let forge = try Forge()
    let both = [forge.head(of: 0), forge.head(of: 1)].sorted { $0.log < $1.log }
    #expect(try heads(forge) == both)
    for size in [1, 2] {
      var beyond = forge
      beyond.revoke(1, at: forge.head(of: 1, size: size))
      #expect(try heads(beyond) == [forge.head(of: 0)])
    }
  }

  @Test("a dossier that was made without the revocation is held against the vault's own")
  func vaultKnows() throws {
    var forge = try Forge()
    let revocation = DeviceRevocation(
      vault: forge.vault, createdAt: "2025-06-01T00:00:00+02:00", device: forge.devices[1].id,
      logs: [forge.head(of: 1, size: 2)])
    forge.devices[1].revocation = nil
    #expect(try heads(forge)?.count == 2)
    #expect(try heads(forge, [revocation.device: revocation]) == [forge.head(of: 0)])
  }

  @Test("a dossier of another vault, or an altered one, has no heads")
  func others() throws {
    let forge = try Forge()
    let foreign = try Forge(seed: "foreign")
    let dossier = try DossierReader.read(archive: ArraySource(foreign.bundle().archive()))
    #expect(dossier.heads(of: forge.vault) == nil)
    var altered = try forge.bundle()
    altered["data/integrite/dossier.json"]?.append(0x0A)
    #expect(
      try DossierReader.read(archive: ArraySource(altered.archive())).heads(of: forge.vault) == nil)
  }
}
