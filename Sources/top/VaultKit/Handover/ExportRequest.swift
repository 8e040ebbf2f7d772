// SPDX-License-Identifier: Apache-2.0
public import AgeFormat
public import Dossier
public import Evidence
public import Remote

/// What goes into a dossier, and for whom.
public struct ExportRequest: Sendable {
  /// Who will open it; the text is what `dossier.json` keeps a hash of.
  public var recipients: [(recipient: any AgeRecipient, text: String)] = []
  /// Entries by id or a beginning of it; empty for all.
  public var only: [String] = []
  public var since: EDTFDate?
  public var until: EDTFDate?
  public var tag: String?
  public var purpose = DossierManifest.Purpose.avocat
  public var cover: [String: String] = [:]
  /// Say how many entries were left out.
  public var showCount = false
  /// Hand over what can still be read of a damaged vault.
  public var despiteDamage = false

  public init() {}

  var isSelection: Bool { !only.isEmpty || since != nil || until != nil || tag != nil }
}

/// What was written.
public struct ExportResult: Sendable {
  public let dossier: DossierID
  public let path: String
  /// Of the encrypted file, lower-case hex.
  public let sha256: String
  public let entries: Int
  public let pieces: Int
  /// The pieces whose originals stayed here.
  public let withheld: [Withheld]
  /// As ``PreparedExport/problems``.
  public let problems: [Problem]

  public struct Withheld: Sendable {
    public let number: Int
    /// A copy without metadata went in its place.
    public let hasCopy: Bool
  }
}
