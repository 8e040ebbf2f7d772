// SPDX-License-Identifier: Apache-2.0

/// All that a check of a bag found, not only the first.
public struct BagReport: Equatable, Sendable {
  public enum Outcome: Hashable, Sendable { case valid, warnings, invalid }

  /// In the order found, each once.
  public private(set) var findings: [BagFinding] = []
  private var seen: Set<BagFinding> = []

  public init() {}

  public var outcome: Outcome {
    if findings.contains(where: \.kind.isError) { return .invalid }
    return findings.isEmpty ? .valid : .warnings
  }

  /// Nothing is wrong but that the bag is listed by digests that we do not check.
  public var isRefusedForAlgorithmOnly: Bool {
    let errors = Set(findings.map(\.kind).filter(\.isError))
    return errors == [.unsupportedAlgorithm]
  }

  public mutating func add(_ kind: BagFinding.Kind, _ path: String = "") {
    let finding = BagFinding(kind, path)
    if seen.insert(finding).inserted { findings.append(finding) }
  }
}
