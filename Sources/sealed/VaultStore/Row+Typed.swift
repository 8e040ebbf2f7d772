// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB

/// Columns by type. A damaged file can hold a value of any type in any column, and GRDB's subscripts
/// trap on what they cannot convert: here it is damage.
extension Row {
  /// - Parameter part: what is damaged when the column holds something else.
  func blob(_ column: String, of part: String) throws -> [UInt8] {
    guard let bytes = try optionalBlob(column, of: part) else { throw StoreError.damaged(part) }
    return bytes
  }

  func optionalBlob(_ column: String, of part: String) throws -> [UInt8]? {
    switch (self[column] as DatabaseValue).storage {
    case .blob(let data): Array(data)
    case .null: nil
    default: throw StoreError.damaged(part)
    }
  }

  func integer(_ column: String, of part: String) throws -> Int64 {
    guard case .int64(let number) = (self[column] as DatabaseValue).storage else {
      throw StoreError.damaged(part)
    }
    return number
  }

  func text(_ column: String, of part: String) throws -> String {
    guard case .string(let text) = (self[column] as DatabaseValue).storage else {
      throw StoreError.damaged(part)
    }
    return text
  }
}
