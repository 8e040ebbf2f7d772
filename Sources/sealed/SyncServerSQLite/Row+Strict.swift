// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import SyncServer

/// Columns as STRICT tables hold them. The pages of a damaged file may hold anything under the same schema, and
/// GRDB's own subscripts end the process for a value they cannot convert.
extension Row {
  private func storage(_ column: String) -> DatabaseValue.Storage {
    (self[column] as DatabaseValue).storage
  }

  func optionalBlob(_ column: String) throws -> [UInt8]? {
    switch storage(column) {
    case .null: nil
    case .blob(let data): Array(data)
    default: throw StorageError.damaged
    }
  }

  func blob(_ column: String) throws -> [UInt8] {
    guard let bytes = try optionalBlob(column) else { throw StorageError.damaged }
    return bytes
  }

  func text(_ column: String) throws -> String {
    guard case .string(let text) = storage(column) else { throw StorageError.damaged }
    return text
  }

  /// Of an object, in bytes.
  func size() throws -> Int {
    guard case .int64(let number) = storage("size"), let size = Int(exactly: number),
      (0...ObjectKey.objectLimit).contains(size)
    else { throw StorageError.damaged }
    return size
  }
}
