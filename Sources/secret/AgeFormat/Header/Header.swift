// SPDX-License-Identifier: Apache-2.0

/// The textual header of an age file: stanzas, then a MAC over them.
///
/// Parsing is strict, so that a header has one encoding and ``encoded`` gives back what was parsed.
public struct Header: Equatable, Sendable {
  public let stanzas: [Stanza]
  /// 32 bytes.
  public let mac: [UInt8]

  init(stanzas: [Stanza], mac: [UInt8]) {
    self.stanzas = stanzas
    self.mac = mac
  }

  /// A new header, authenticated with the file key it carries.
  init(stanzas: [Stanza], fileKey: FileKey) throws {
    self.stanzas = stanzas
    mac = try fileKey.headerMAC(of: Self.authenticatedBytes(stanzas))
  }

  /// Parses exactly one header, with nothing after it.
  /// - Throws: ``AgeError/headerFailure``.
  public init(_ bytes: [UInt8]) throws {
    let source = BufferedSource(ArraySource(bytes))
    var reader = HeaderReader(source)
    self = try reader.read()
    guard try source.peek(1).isEmpty else { throw AgeError.headerFailure }
  }

  public var encoded: [UInt8] {
    Self.authenticatedBytes(stanzas) + Array(" \(mac.ageBase64)\n".utf8)
  }

  /// - Throws: ``AgeError/hmacFailure``.
  func authenticate(with fileKey: FileKey) throws {
    guard try fileKey.isHeaderMAC(mac, of: Self.authenticatedBytes(stanzas)) else {
      throw AgeError.hmacFailure
    }
  }

  /// The header up to and including the `---` mark ("Header MAC").
  private static func authenticatedBytes(_ stanzas: [Stanza]) -> [UInt8] {
    var output = Array("\(AgeV1.versionLine)\n".utf8)
    for stanza in stanzas { output += stanza.encoded }
    return output + Array(AgeV1.macPrefix.utf8)
  }
}
