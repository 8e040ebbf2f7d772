// SPDX-License-Identifier: Apache-2.0

/// Reads the bytes out of text armor, strictly: nothing but whitespace before and after it, lines of
/// 64 columns but for the last, canonical base64. Line feeds may be preceded by a carriage return.
public final class ArmorReader: ByteSource {
  private enum State {
    case before
    case inside
    /// A line that was not full came: only the last line may follow.
    case ending
    case after
    case failed(any Error)
  }

  private let source: BufferedSource
  private var state = State.before
  /// The bytes of one line, and which of them are still to be given.
  private var bytes = [UInt8](repeating: 0, count: AgeV1.bytesPerLine)
  private var unread = 0..<0

  public convenience init(_ source: any ByteSource) { self.init(BufferedSource(source)) }

  init(_ source: BufferedSource) { self.source = source }

  /// - Throws: ``AgeError/armorFailure``, or an error of the source; the same again thereafter.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var total = 0
    while total < buffer.count {
      do {
        if unread.isEmpty, try !refill() { break }
      } catch  where total > 0 {
        // What came before the damage is given first; the next call throws.
        break
      }
      let part = bytes[unread].prefix(buffer.count - total)
      UnsafeMutableRawBufferPointer(rebasing: buffer[total...]).copyBytes(from: part)
      unread = part.endIndex..<unread.upperBound
      total += part.count
    }
    return total
  }

  /// Decodes one more line; `false` at the end.
  private func refill() throws -> Bool {
    if case .failed(let error) = state { throw error }
    do {
      return try advance()
    } catch is BufferedSource.LineTooLong {
      state = .failed(AgeError.armorFailure)
      throw AgeError.armorFailure
    } catch {
      state = .failed(error)
      throw error
    }
  }

  private func advance() throws -> Bool {
    while true {
      switch state {
      case .before: try readBeginning()
      case .inside:
        if try readLine() { return true }
      case .ending:
        guard try line(is: AgeV1.armorEnd) else { throw AgeError.armorFailure }
        try readRest()
      case .after, .failed: return false
      }
    }
  }

  /// Skips blank lines and takes the first other one.
  private func readBeginning() throws {
    var skipped = 0
    while case .before = state {
      skipped += try line { line in
        guard !line.allSatisfy(Self.isWhitespace) else { return line.count + 1 }
        guard line.elementsEqual(AgeV1.armorBegin.utf8) else { throw AgeError.armorFailure }
        state = .inside
        return 0
      }
      guard skipped <= AgeV1.maximumArmorWhitespace else { throw AgeError.armorFailure }
    }
  }

  /// Decodes a line of base64; `false` for the last line of the armor.
  private func readLine() throws -> Bool {
    let decoded: Int? = try line { line in
      guard !line.elementsEqual(AgeV1.armorEnd.utf8) else { return nil }
      return try bytes.withUnsafeMutableBytes { try ArmorLine.decode(line, into: $0) }
    }
    guard let decoded else {
      try readRest()
      return false
    }
    if decoded < AgeV1.bytesPerLine { state = .ending }
    unread = 0..<decoded
    return true
  }

  /// Only so much whitespace may follow.
  private func readRest() throws {
    let rest = try source.peek(AgeV1.maximumArmorWhitespace + 1)
    guard rest.count <= AgeV1.maximumArmorWhitespace, rest.allSatisfy(Self.isWhitespace) else {
      throw AgeError.armorFailure
    }
    state = .after
  }

  private func line(is text: String) throws -> Bool {
    try line { $0.elementsEqual(text.utf8) }
  }

  /// Lends the next line, without its line ending.
  private func line<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    try source.withLine(limit: AgeV1.maximumArmorWhitespace) { line, _ in
      guard let line else { throw AgeError.armorFailure }
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
      return try body(UnsafeRawBufferPointer(rebasing: content))
    }
  }

  static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
