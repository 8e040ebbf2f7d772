// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Sodium

/// A new file for something secret: 0600, durable, removed if it cannot be finished.
enum SecretFile {
  static func create(_ path: String, _ contents: SecretBytes) throws {
    do {
      let file = try OpenFile.creating(path)
      do {
        try contents.withUnsafeBytes { try file.write($0) }
        try file.synchronize()
        try Files.synchronizeFolder(Files.parent(of: path))
      } catch {
        try? Files.remove(path)
        throw error
      }
    } catch let error as FileError {
      var failure = Failure(file: error)
      failure.detail = path
      throw failure
    }
  }
}
