// SPDX-License-Identifier: Apache-2.0

/// A table of comma- or semicolon-separated values (RFC 4180), with the line where each row begins.
///
/// Ours, because whoever mends a file needs the number of the line, which libraries do not keep.
struct CSVTable {
  struct Row {
    /// In the file, from 1.
    let line: Int
    let cells: [String]
  }

  /// What is wrong, and on which line.
  struct Malformed: Error {
    let line: Int
  }

  /// Gives one row after the other: a file of a hundred thousand is not held twice.
  /// - Parameter text: with or without a byte order mark; the separator is the one that the first line
  ///   has more of.
  /// - Throws: ``Malformed``, after the rows before it were given.
  static func read(_ text: String, row: (Row) -> Void) throws {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    var parser = Parser(separator: Self.separator(scalars))
    for scalar in scalars {
      if let ended = try parser.take(scalar) { row(ended) }
    }
    if let last = try parser.finish() { row(last) }
  }

  private static func separator(_ scalars: Substring.UnicodeScalarView) -> Unicode.Scalar {
    let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { a, b in
      first.count(where: { $0 == a }) < first.count(where: { $0 == b })
    } ?? ","
  }
}

/// One scalar at a time.
private struct Parser {
  private enum State { case start, plain, quoted, afterQuote }

  let separator: Unicode.Scalar
  private var state = State.start
  private var cell = String.UnicodeScalarView()
  private var cells: [String] = []
  private var line = 1
  private var beginning = 1
  private var afterReturn = false

  init(separator: Unicode.Scalar) { self.separator = separator }

  /// The row that ends with this scalar.
  mutating func take(_ scalar: Unicode.Scalar) throws -> CSVTable.Row? {
    let isSecondHalf = afterReturn && scalar == "\n"
    afterReturn = scalar == "\r"
    if isSecondHalf && state != .quoted { return nil }
    if !isSecondHalf && (scalar == "\n" || scalar == "\r") { line += 1 }
    switch (state, scalar) {
    case (.quoted, "\""): state = .afterQuote
    case (.quoted, _): cell.append(scalar)
    case (.afterQuote, "\""):
      cell.append(scalar)
      state = .quoted
    case (_, separator): endCell()
    case (_, "\n"), (_, "\r"): return endRow()
    case (.start, "\""): state = .quoted
    case (.afterQuote, _): throw CSVTable.Malformed(line: line)
    default:
      cell.append(scalar)
      state = .plain
    }
    return nil
  }

  mutating func finish() throws -> CSVTable.Row? {
    guard state != .quoted else { throw CSVTable.Malformed(line: beginning) }
    return state != .start || !cells.isEmpty ? endRow() : nil
  }

  private mutating func endCell() {
    cells.append(String(cell))
    cell = String.UnicodeScalarView()
    state = .start
  }

  /// Empty lines are no rows.
  private mutating func endRow() -> CSVTable.Row? {
    endCell()
    defer {
      cells = []
      beginning = line
    }
    return cells == [""] ? nil : CSVTable.Row(line: beginning, cells: cells)
  }
}
