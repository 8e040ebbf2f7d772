// SPDX-License-Identifier: Apache-2.0

/// One thing that is not as it was written.
public struct Problem: Equatable, Sendable, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    /// The database's own structure.
    case database
    /// A row that must be there, or its shape.
    case meta
    case deviceSecret = "device-secret"
    case slot
    case keyRing = "key-ring"
    case certificate
    case bootRecord = "boot-record"
    /// A log's head, its signature or its size.
    case head
    /// A place in a log without a row.
    case recordMissing = "record-missing"
    /// A record that does not open.
    case recordDamaged = "record-damaged"
    /// A record beyond the head of its log, or of a log that there is not.
    case recordUnlisted = "record-unlisted"
    /// A record that is gone and that no withdrawal names.
    case unauthorisedHole = "unauthorised-hole"
    case chunkMissing = "chunk-missing"
    case chunkDamaged = "chunk-damaged"
    /// A chunk that a record refers to and the chunk table does not list.
    case chunkUnlisted = "chunk-unlisted"
    /// A piece whose bytes are not those of its statement.
    case pieceDamaged = "piece-damaged"
    /// A dossier, or a later part of this vault, shows a later state of a log than is here.
    case rollback
    /// It shows another history of a log than the one here.
    case fork
    /// The dossier to compare with is altered, or of another vault: nothing was compared.
    case dossier

    /// A record of an epoch that another device opened apart; the kit will give its key.
    case keyMissing = "key-missing"

    // Of a copy (Sync.md §3, §4).
    /// A head that its device did not sign, or of another log, device or vault.
    case copyHead = "copy-head"
    case copyBootRecord = "copy-boot-record"
    /// Frames that are missing, altered, or lead to no head.
    case copySegment = "copy-segment"
    /// A sealed record that does not open.
    case copyRecord = "copy-record"
    case copyChunk = "copy-chunk"
    /// Two histories of one log.
    case copyFork = "copy-fork"
    /// The copy knows more of this device's log than the device.
    case copyAhead = "copy-ahead"
    /// The copy knows less than it did.
    case copySetBack = "copy-set-back"
    /// An order to erase that the root did not sign.
    case copyErasure = "copy-erasure"

    // Of a server (Sync.md §8 to §12).
    /// The server refused something that it should take.
    case serverRefused = "server-refused"
    /// An answer that is not one of the protocol, or not one that a server of this vault can give.
    case serverAnswer = "server-answer"
    /// The key of its cosignatures is another than the one that was seen first.
    case serverKey = "server-key"
    /// A head without the server's cosignature, or with a wrong one.
    case serverCosignature = "server-cosignature"
    /// A log of a certified device that the server does not show.
    case serverWithheld = "server-withheld"
    /// Another copy of this device writes as well.
    case twin
    /// This device was revoked.
    case revoked

    /// What to call a failure to read the state.
    init(of error: any Error) {
      self =
        switch VaultError(error) {
        case .damaged("certificate"): .certificate
        case .damaged("boot_record"): .bootRecord
        case .damaged("log"): .head
        default: .meta
        }
    }

    /// The same in an error.
    var damage: VaultError {
      switch self {
      case .certificate: .damaged("certificate")
      case .bootRecord: .damaged("boot_record")
      case .head: .damaged("log")
      case .recordMissing, .unauthorisedHole: .damaged("record missing")
      default: .damaged("record")
      }
    }
  }

  public let code: Code
  /// A log and place, or a chunk; nothing of the contents.
  public let place: String?

  public init(_ code: Code, _ place: String? = nil) {
    self.code = code
    self.place = place
  }
}

/// What a check looked at and found.
public struct CheckReport: Equatable, Sendable {
  public var records = 0
  public var chunks = 0
  public var problems: [Problem] = []
  /// Chunk files that nothing refers to: left by something that was interrupted; harmless.
  public var unreferencedChunks = 0
  /// Statements of types that this program does not know: kept.
  public var unknownStatements = 0
  /// Statements of a revoked device beyond its cut-off: kept, shown by `history`, believed by nothing.
  public var setApart = 0
  /// Chunks of other devices' pieces that are not here: the server has them, if it is honest.
  public var elsewhere = 0
  /// Logs that their device gave up because another copy of it wrote as well; all that is here of them counts.
  public var givenUp = 0
  /// Chunks that `--repair` moved aside.
  public var quarantined = 0

  public var ok: Bool { problems.isEmpty }
}
