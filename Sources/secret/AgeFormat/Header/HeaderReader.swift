// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Reads one header from a source, line by line, by the ABNF of the specification.
struct HeaderReader {
  private let source: BufferedSource
  private var remaining = AgeV1.maximumHeaderCount

  init(_ source: BufferedSource) { self.source = source }

  /// - Throws: ``AgeError/headerFailure``, or an error of the source.
  mutating func read() throws -> Header {
    guard try line() == AgeV1.versionLine else { throw AgeError.headerFailure }
    var stanzas: [Stanza] = []
    while true {
      let line = try line()
      if line.hasPrefix(AgeV1.macPrefix) {
        return try finish(stanzas, mac: line)
      }
      guard stanzas.count < AgeV1.maximumStanzaCount else { throw AgeError.headerFailure }
      stanzas.append(try stanza(argumentLine: line))
    }
  }

  /// `stanza = arg-line *full-line final-line`
  private mutating func stanza(argumentLine: String) throws -> Stanza {
    let words = argumentLine.split(separator: " ", omittingEmptySubsequences: false)
    guard words.first == AgeV1.stanzaPrefix[...],
      let stanza = Stanza(words.dropFirst().map(String.init), body: try body())
    else { throw AgeError.headerFailure }
    return stanza
  }

  private mutating func body() throws -> [UInt8] {
    var text = ""
    while true {
      let line = try line()
      text += line
      // Checked per line, lest padding or a long line hide inside the whole.
      guard line.utf8.count <= AgeV1.columnsPerLine else { throw AgeError.headerFailure }
      if line.utf8.count < AgeV1.columnsPerLine { break }
    }
    return try [UInt8](ageBase64: text)
  }

  /// `end = "--- " 43base64char LF`
  private func finish(_ stanzas: [Stanza], mac line: String) throws -> Header {
    let prefix = AgeV1.macPrefix + " "
    guard line.hasPrefix(prefix), line.utf8.count == prefix.utf8.count + AgeV1.macTextCount,
      !stanzas.isEmpty
    else { throw AgeError.headerFailure }
    let mac = try [UInt8](ageBase64: line.dropFirst(prefix.count))
    // A scrypt stanza MUST be the only one ("scrypt recipient stanza"): who opens a file with a
    // passphrase expects that only who knows it can have made the file.
    guard stanzas.count == 1 || !stanzas.contains(where: { $0.type == ScryptStanza.type }) else {
      throw AgeError.headerFailure
    }
    return Header(stanzas: stanzas, mac: mac)
  }

  /// One line of printable ASCII without its line feed, which must be there.
  private mutating func line() throws -> String {
    do {
      let line = try source.withLine(limit: remaining - 1) { bytes, isTerminated in
        guard let bytes, isTerminated, bytes.allSatisfy({ (32...126).contains($0) }) else {
          throw AgeError.headerFailure
        }
        return String(decoding: bytes, as: UTF8.self)
      }
      remaining -= line.utf8.count + 1
      return line
    } catch is BufferedSource.LineTooLong {
      throw AgeError.headerFailure
    }
  }
}
