// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Remote

/// What a proof file shows, and what is to be said of it. A finding's `file` is the member it is about.
public struct ProofReport: Sendable {
  public let report: DossierReport
  /// `nil` when it cannot be read or its place is not proved.
  public let statement: Statement?
}

extension ProofFile {
  /// The checks of a dossier that concern one statement (Format.md §8.3).
  /// - Parameter expected: the vault id that the person gave in hand; any other is refused.
  public func verify(vault expected: VaultID? = nil) -> ProofReport {
    var judge = DossierJudge(files: DossierFiles())
    judge.summarize { $0.vault = vault.text }
    judge.judgeAuthor(vault, expected: expected, in: "vault")
    if let certificate = try? certificate.verified(as: DeviceCertificate.self, vault: vault) {
      judge.certificates[certificate.device] = certificate
      judge.summarize { $0.device = certificate.device.description }
      judgeRevocation(of: certificate.device, &judge)
    } else {
      judge.wrong(.uncertifiedKey, "certificate")
    }
    judge.judge(
      header: header, openings: openings, proof: proof,
      .init(header: "header", openings: "openings", proof: "proof"), vault: vault)
    let statement = judge.statements.first
    if let header = statement?.header {
      let isEntry = [.entryLogged, .entryAmended].contains(header.type)
      judge.summarize {
        $0.entries = isEntry ? 1 : 0
        $0.recordedBetween = (header.recordedAt.description, header.recordedAt.description)
      }
    }
    let report = judge.verdict
    return ProofReport(report: report, statement: report.ok ? statement : nil)
  }

  private func judgeRevocation(of device: DeviceID, _ judge: inout DossierJudge) {
    guard let revocation else { return }
    guard let known = try? revocation.verified(as: DeviceRevocation.self, vault: vault),
      known.device == device
    else { return judge.wrong(.uncertifiedKey, "revocation") }
    judge.revocations[device] = known
  }
}
