// SPDX-License-Identifier: Apache-2.0
import TestSupport
import VaultKit

/// What came of an attack.
enum Verdict: Equatable {
  /// The vault does not open, and says why.
  case refused(VaultError)
  /// It opens; `check` names what is wrong, and every answer that is given is right.
  case named(Set<Problem.Code>)
  /// Nothing of what the vault says has changed.
  case harmless
  /// The attack worked.
  case failed(String)

  var isHeld: Bool { if case .failed = self { false } else { true } }

  /// What check named.
  var codes: Set<Problem.Code> { if case .named(let codes) = self { codes } else { [] } }

  /// Opens an attacked vault, checks it, asks everything.
  static func of(_ copy: AttackedVault.Copy) async -> Verdict {
    let start = ContinuousClock.now
    var verdict = await judge(copy)
    if verdict == .harmless, (try? AttackedVault.locks(of: copy.path)) != copy.original.locks {
      verdict = .failed("not named: the passphrase would not open it any more")
    }
    let took = ContinuousClock.now - start
    return took < .seconds(20) ? verdict : .failed("took \(took)")
  }

  private static func judge(_ copy: AttackedVault.Copy) async -> Verdict {
    do {
      let vault = try await copy.open()
      let report = try await vault.check(deep: true)
      let answers = await VaultAnswers(
        of: vault, like: copy.original.answers, scratch: copy.folder.file("scratch"))
      var wrong = answers.differing(from: copy.original.answers)
      guard answers.shown.isSubset(of: copy.original.answers.shown) else {
        return .failed("shows what nobody wrote")
      }
      // What was never logged may be gone, once that is named.
      if !report.ok { wrong.removeAll { ["draft", "kit"].contains($0) } }
      guard wrong.isEmpty else {
        return .failed("\(Set(report.problems.map(\.code.rawValue))) wrong: \(wrong)")
      }
      if !report.ok { return .named(Set(report.problems.map(\.code))) }
      let refusals = answers.refusals
      return refusals.isEmpty ? .harmless : .failed("not named, refused: \(refusals)")
    } catch let error as VaultError {
      return error.namesDamage ? .refused(error) : .failed("wrongly named: \(error)")
    } catch {
      return .failed("not a VaultError: \(error)")
    }
  }
}

extension VaultError {
  /// Damage, or a version byte that nobody has written yet: both say that the bytes are not ours.
  var namesDamage: Bool {
    switch self {
    case .damaged, .laterVersion: true
    default: false
    }
  }
}
