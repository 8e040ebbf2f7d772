// SPDX-License-Identifier: Apache-2.0

/// How many slips of the fingers lie between two words: a letter too many, left out, wrong, or two swapped.
enum TypingDistance {
  static func between(_ typed: String, _ word: String) -> Int {
    let (a, b) = (Array(typed), Array(word))
    // Long texts are no words, and the table is as large as their product.
    guard a.count <= 64, b.count <= 64 else { return .max }
    var rows = [Array(0...b.count)]
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        let changed = rows[i][j] + (letter == other ? 0 : 1)
        var least = min(rows[i][j + 1] + 1, row[j] + 1, changed)
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
