// SPDX-License-Identifier: Apache-2.0

/// One thing that a check of a bag found, and where. The path is a file's name, for the person who
/// checks; it is not for logs.
public struct BagFinding: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    // Errors: the bag is not what it claims.
    case missingDeclaration, malformedDeclaration, unsupportedVersion, unsupportedEncoding
    /// No payload manifest whose digests we check.
    case missingManifest, unsupportedAlgorithm
    case malformedManifest, malformedInformation, undecodableTagFile
    /// A line names something outside the bag.
    case unsafePath
    /// A payload manifest lists what is not payload, or a tag manifest what is not a tag file.
    case misplacedPath
    case missingPayloadFolder, missingFile, digestMismatch, conflictingDigests
    case unlistedPayloadFile, payloadOxumMismatch
    /// A link, device or pipe; or a file or folder that cannot be read.
    case notRegularFile, unreadable, tooLarge

    // Warnings: sound, but not as it should be.
    case unlistedTagFile, repeatedEntry, relativePath, binaryMarker, caseCollision
    case fetchUnsupported, uncheckedAlgorithm, looseSpelling, notInEveryManifest

    public var isError: Bool {
      switch self {
      case .unlistedTagFile, .repeatedEntry, .relativePath, .binaryMarker, .caseCollision,
        .fetchUnsupported, .uncheckedAlgorithm, .looseSpelling, .notInEveryManifest:
        false
      default: true
      }
    }
  }

  public let kind: Kind
  /// As spelled in the bag; empty when the finding is about the whole.
  public let path: String

  public init(_ kind: Kind, _ path: String = "") {
    self.kind = kind
    self.path = path
  }
}
