// SPDX-License-Identifier: Apache-2.0
internal import Evidence
public import Dossier

extension Vault {
  /// Verifies heads, leaves and chunk files; `deep` opens every record and piece as well. Finds all there
  /// is to find, rather than the first.
  ///
  /// - Parameters:
  ///   - repair: moves altered chunk files aside. Never deletes what may be needed.
  ///   - dossier: compares with the heads that it shows.
  ///   - progress: records and chunks seen so far.
  public func check(
    deep: Bool = false, repair: Bool = false, against dossier: UnverifiedDossier? = nil,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> CheckReport {
    var check = VaultCheck(
      vault: id, keyRing: keyRing, unlockKey: unlockKey, store: store,
      now: environment.now().secondsSinceEpoch, progress: progress)
    try check.run(deep: deep, repair: repair)
    if let dossier { check.compare(with: dossier) }
    return check.report
  }
}
