// SPDX-License-Identifier: Apache-2.0

/// Linear equations over GF(32).
enum GF32System {
  /// The one solution of Σ columns[i] · x[i] = `equals`, columns being residues of `rows` symbols; nil
  /// if there is none, or several.
  static func solve(columns: [UInt128], equals target: UInt128, rows: Int) -> [UInt8]? {
    guard columns.count <= rows else { return nil }
    var matrix = (0..<rows).map { row in
      (columns + [target]).map { UInt8(truncatingIfNeeded: $0 >> UInt128(5 * row)) & 31 }
    }
    for column in columns.indices {
      guard let pivot = (column..<rows).first(where: { matrix[$0][column] != 0 }) else {
        return nil
      }
      matrix.swapAt(column, pivot)
      let inverse = GF32.inverse(matrix[column][column])
      matrix[column] = matrix[column].map { GF32.multiply($0, inverse) }
      let pivotRow = matrix[column]
      for row in 0..<rows where row != column {
        let factor = matrix[row][column]
        matrix[row] = zip(matrix[row], pivotRow).map { $0 ^ GF32.multiply(factor, $1) }
      }
    }
    guard matrix[columns.count...].allSatisfy({ $0.last == 0 }) else { return nil }
    return matrix.prefix(columns.count).map { $0[columns.count] }
  }
}
