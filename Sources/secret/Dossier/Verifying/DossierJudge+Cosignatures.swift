// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import TransparencyLog

extension DossierJudge {
  /// When a server that the verifier believes had seen every head that is shown: what a dossier shows of a log was
  /// logged before. One log without a cosignature, and nothing is said of the whole.
  mutating func judgeCosignatures(of cosigners: [CosignatureVerifier]) {
    guard !cosigners.isEmpty, !notes.isEmpty else { return }
    let times = notes.values.map { note in
      cosigners.compactMap { try? $0.verify(note) }.min()
    }
    guard !times.contains(nil), let last = times.compactMap(\.self).max(),
      let seconds = Int64(exactly: last)
    else { return }
    let moment = RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: 0)
    summarize { $0.witnessedBefore = moment.description }
  }
}
