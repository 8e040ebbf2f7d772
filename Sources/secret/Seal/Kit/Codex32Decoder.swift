// SPDX-License-Identifier: Apache-2.0

/// Corrects up to four wrong symbols, or e known to be missing and (8 − e) / 2 wrong, or thirteen
/// missing ones in a row, in strings with the short checksum (BIP-93, "Error Correction").
///
/// The generator has the roots β⁷⁷ … β⁸⁴, eight in a row: Berlekamp–Massey started from the missing
/// positions finds where the errors are, and a linear system over GF(32) with one equation for each
/// checksum symbol finds what they are. Thirteen equations for at most eight unknowns leave five that
/// must hold by themselves: noise is mistaken for a damaged string once in 2²⁵, more often with
/// nine to thirteen missing; then only a kit's identifier tells.
enum Codex32Decoder {
  private static let checksum = Codex32Checksum.short
  private static let firstRoot = 77
  private static let rootCount = 8

  /// What to add to the symbols at which powers of x; the last symbol of a string is power 0.
  /// - Parameters:
  ///   - difference: the residue, xor the target.
  ///   - missing: powers whose symbols are unknown (read as any value).
  ///   - count: symbols of the data part: only there may errors be.
  /// - Returns: nil if nothing within reach gives a valid string.
  static func errors(
    difference: UInt128, missing: [Int], count: Int
  ) -> [(power: Int, value: UInt8)]? {
    guard count <= GF1024.betaOrder, missing.allSatisfy({ (0..<count).contains($0) }) else {
      return nil
    }
    guard let powers = positions(difference, missing, count) else { return nil }
    let columns = powers.map { power in
      (0..<power).reduce(UInt128(1)) { residue, _ in checksum.step(residue, 0) }
    }
    guard let values = GF32System.solve(columns: columns, equals: difference, rows: checksum.count)
    else { return nil }
    return Array(zip(powers, values)).map { (power: $0.0, value: $0.1) }
  }

  /// Where the errors are, the missing positions among them.
  private static func positions(
    _ difference: UInt128, _ missing: [Int], _ count: Int
  ) -> [Int]? {
    if missing.count > rootCount { return isBurst(missing) ? missing : nil }
    let syndromes = (0..<rootCount).map { syndrome(difference, root: firstRoot + $0) }
    let locator = locator(of: syndromes, missing: missing)
    guard 2 * (locator.count - 1) - missing.count <= rootCount else { return nil }
    let roots = (0..<count).filter { power in
      value(of: locator, at: GF1024.betaPower(-power)) == .zero
    }
    return roots.count == locator.count - 1 ? roots : nil
  }

  private static func isBurst(_ missing: [Int]) -> Bool {
    guard missing.count <= checksum.count, let first = missing.min(), let last = missing.max()
    else { return false }
    return last - first < checksum.count
  }

  private static func syndrome(_ difference: UInt128, root: Int) -> GF1024 {
    let point = GF1024.betaPower(root)
    return (0..<checksum.count).reversed().reduce(GF1024.zero) { sum, power in
      sum * point + GF1024(low: checksum.coefficient(power, of: difference), high: 0)
    }
  }

  /// Berlekamp–Massey for errors and erasures (Blahut, 7.4); lowest coefficient first.
  private static func locator(of syndromes: [GF1024], missing: [Int]) -> [GF1024] {
    var locator = [GF1024.one]
    for power in missing { locator = sum(locator, scaled(locator, GF1024.betaPower(power))) }
    var previous = locator
    var length = missing.count
    for step in missing.count..<syndromes.count {
      let discrepancy = locator.enumerated().reduce(GF1024.zero) { sum, term in
        term.offset <= step ? sum + term.element * syndromes[step - term.offset] : sum
      }
      let next = sum(locator, scaled(previous, discrepancy))
      if discrepancy != .zero, 2 * length <= step + missing.count {
        let inverse = discrepancy.inverse
        previous = locator.map { $0 * inverse }
        length = step + 1 + missing.count - length
      } else {
        previous.insert(.zero, at: 0)
      }
      locator = next
    }
    while locator.count > 1, locator.last == .zero { locator.removeLast() }
    return locator
  }

  /// polynomial · factor · x
  private static func scaled(_ polynomial: [GF1024], _ factor: GF1024) -> [GF1024] {
    [.zero] + polynomial.map { $0 * factor }
  }

  private static func sum(_ left: [GF1024], _ right: [GF1024]) -> [GF1024] {
    (0..<max(left.count, right.count)).map { index in
      (index < left.count ? left[index] : .zero) + (index < right.count ? right[index] : .zero)
    }
  }

  private static func value(of polynomial: [GF1024], at point: GF1024) -> GF1024 {
    polynomial.reversed().reduce(GF1024.zero) { $0 * point + $1 }
  }
}
