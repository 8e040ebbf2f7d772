// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB

/// Columns as STRICT tables hold them. The pages of a damaged file may hold anything under the same
/// schema, and GRDB's own subscripts end the process for a value they cannot convert.
extension Row {
  private func damage() -> StoreError { .damaged("row") }

  private func storage(_ column: String) -> DatabaseValue.Storage {
    (self[column] as DatabaseValue).storage
  }

  func blob(_ column: String) throws -> [UInt8] {
    guard case .blob(let data) = storage(column) else { throw damage() }
    return Array(data)
  }

  func optionalBlob(_ column: String) throws -> [UInt8]? {
    if case .null = storage(column) { nil } else { try blob(column) }
  }

  func integer(_ column: String) throws -> Int64 {
    guard case .int64(let number) = storage(column) else { throw damage() }
    return number
  }

  func text(_ column: String) throws -> String {
    guard case .string(let text) = storage(column) else { throw damage() }
    return text
  }

  /// Runs `body` and says every failure of it as damage to that table.
  func reading<Value>(_ table: String, _ body: (Row) throws -> Value) throws -> Value {
    do { return try body(self) } catch { throw StoreError.damaged(table) }
  }
}
