// SPDX-License-Identifier: Apache-2.0
import Seal

extension Failure {
  /// A kit or shares that cannot be used; `groups` are those that a correction would change.
  static func kit(_ error: KitError, proposing groups: [Int]) -> Failure {
    if !groups.isEmpty {
      let list = groups.map(String.init).joined(separator: ", ")
      return Failure(
        .data, "kit", words.kitCannotRead,
        words.readAgainPaperCounting + list)
    }
    return switch error {
    case .wrongCharacter(let group):
      Failure(
        .data, "kit", words.kitCannotRead,
        words.characterImpossibleGroup("\(group)"))
    case .wrongLength(let found):
      Failure(
        .data, "kit", words.kitNotWhole,
        words.kitNeeds76Characters("\(found)"))
    case .shareInsteadOfKit:
      Failure(
        .data, "share",
        words.shareNotWholeKit,
        words.putSharesTogetherMemo)
    case .kitInsteadOfShare:
      Failure(
        .data, "kit", words.wholeKitNotShare,
        words.wholeKitUsed)
    case .impossibleSplit:
      Failure(
        .usage, "split", words.impossibleSplit,
        words.needAndOfRanges)
    case .tooFewShares(let needed, let found):
      Failure(
        .noInput, "shares",
        words.sharesMissing("\(found)", "\(needed)"),
        words.addOtherShareFiles)
    case .mixedShares:
      Failure(
        .data, "shares",
        words.sharesNotOneSplit,
        words.putTogetherSharesMade)
    case .duplicateShare:
      Failure(
        .data, "shares", words.oneShareGivenTwice,
        words.giveDifferentShares)
    case .contradictoryShares, .wrongIdentifier:
      Failure(
        .data, "kit", words.notAuthenticKit,
        words.shareKitAlteredNothing)
    case .mixedCase, .wrongChecksum: unreadableKit
    }
  }
}
