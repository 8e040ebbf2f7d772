// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
public import Remote
internal import Sodium
public import TransparencyLog

/// A dossier that was read and not yet judged.
public struct UnverifiedDossier: Sendable {
  let files: DossierFiles

  /// Every check of Format.md §8.2; never throws, because what is wrong is what it reports.
  ///
  /// - Parameters:
  ///   - vault: the id that the person gave in hand; any other is refused.
  ///   - recipient: the text of the recipient that opened it (`age1…`, `age1pq1…` or `scrypt`), when known.
  ///   - cosigners: servers whose word on time the verifier believes; never taken from the dossier.
  public func verify(
    vault expected: VaultID? = nil, openedAs recipient: String? = nil,
    cosigners: [CosignatureVerifier] = []
  ) -> DossierReport {
    var judge = DossierJudge(files: files)
    judge.judgeBag()
    judge.judgeSignature(expected: expected, recipient: recipient)
    judge.judgeIntegrityFolder()
    judge.judgeStatements()
    judge.judgeContent()
    judge.judgeCosignatures(of: cosigners)
    return judge.verdict
  }

  /// The heads that a dossier shows, by log: what a vault compares itself with. Of a revoked device's log
  /// only the head that the revocation names counts: whoever has its key can sign any other.
  ///
  /// - Parameter revocations: those that the vault knows, beside the dossier's own.
  /// - Returns: `nil` when the dossier is not `vault`'s, or is altered: there is nothing to compare with.
  public func heads(
    of vault: VaultID, revocations: [DeviceID: DeviceRevocation] = [:]
  ) -> [LogHead]? {
    var judge = DossierJudge(files: files)
    judge.judgeSignature(expected: vault, recipient: nil)
    judge.judgeStatements()
    guard judge.report.ok else { return nil }
    let devices = judge.headsByLog.mapValues(\.device)
    return judge.heads.filter { head in
      guard let device = devices[head.log] else { return false }
      return [revocations[device], judge.revocations[device]].allSatisfy {
        $0?.logs.contains(head) ?? true
      }
    }
  }
}
