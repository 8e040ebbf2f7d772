// SPDX-License-Identifier: Apache-2.0

/// One thing that a verifier has to say: how grave, what, and in which file. The command line has the
/// words.
public struct Finding: Equatable, Sendable {
  public enum Class: String, Sendable {
    /// *Faux*: contradicts itself or its signature.
    case wrong = "false"
    /// *Ne peut être vérifié aujourd'hui*.
    case unverifiable
    /// *Non prouvé*.
    case unproven
    /// Worth saying; nothing is wrong.
    case notice
  }

  public enum Code: String, CaseIterable, Sendable {
    // false
    case missingFile = "missing-file"
    case unlistedFile = "unlisted-file"
    case alteredFile = "altered-file"
    case malformedFile = "malformed-file"
    case wrongArchive = "wrong-archive"
    case badSignature = "bad-signature"
    case wrongTrustedComment = "wrong-trusted-comment"
    case uncertifiedKey = "uncertified-key"
    case otherVault = "other-vault"
    case privateOpening = "private-opening"
    case wrongStatement = "wrong-statement"
    case wrongProof = "wrong-proof"
    case headsDisagree = "heads-disagree"
    case wrongPiece = "wrong-piece"
    case pageDiffers = "page-differs"
    case wrongCount = "wrong-count"
    // unverifiable
    case laterFormat = "later-format"
    case unknownRenderer = "unknown-renderer"
    case unreadTimestamp = "unread-timestamp"
    // unproven
    case revokedDevice = "revoked-device"
    case beyondRevocation = "beyond-revocation"
    // notice
    case notARecipient = "not-a-recipient"
    case originalWithheld = "original-withheld"
    case headsNotShown = "heads-not-shown"
    case clockDisorder = "clock-disorder"
  }

  public let severity: Class
  public let code: Code
  /// A path inside the dossier; never a text of the person.
  public let file: String?

  init(_ severity: Class, _ code: Code, _ file: String? = nil) {
    self.severity = severity
    self.code = code
    self.file = file
  }
}

/// What a verification found.
public struct DossierReport: Equatable, Sendable {
  public var findings: [Finding] = []
  /// As the dossier says; believed only as far as ``authorConfirmed``.
  public var vault: String?
  public var device: String?
  /// The vault id was given by the person and is the one that certified the signing key.
  public var authorConfirmed = false
  /// A vault id was given to compare with.
  public var vaultWasGiven = false
  public var entries = 0
  public var pieces = 0
  /// First and last moment of recording, by the devices' clocks.
  public var recordedBetween: (first: String, last: String)?
  public var createdAt: String?
  /// A moment by the clock of a server that the verifier believes: all that is shown was logged before. `nil` where no
  /// such server cosigned every log.
  public var witnessedBefore: String?

  /// Everything that this version of the format demands was checked, and nothing is false. A format that
  /// this program does not know was not checked at all, so it is never ok.
  public var ok: Bool {
    !findings.contains { $0.severity == .wrong || $0.code == .laterFormat }
  }

  /// The gravest of what was found; `nil` when nothing is false, unverifiable or unproven.
  public var verdict: Finding.Class? {
    [.wrong, .unverifiable, .unproven].first { grave in
      findings.contains { $0.severity == grave }
    }
  }

  public static func == (left: DossierReport, right: DossierReport) -> Bool {
    left.findings == right.findings && left.vault == right.vault && left.device == right.device
      && left.authorConfirmed == right.authorConfirmed
      && left.vaultWasGiven == right.vaultWasGiven && left.entries == right.entries
      && left.pieces == right.pieces && left.createdAt == right.createdAt
      && left.witnessedBefore == right.witnessedBefore
      && left.recordedBetween?.first == right.recordedBetween?.first
      && left.recordedBetween?.last == right.recordedBetween?.last
  }
}
