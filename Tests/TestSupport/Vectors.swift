// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// Where the public conformance data is: `$MEMO_VECTORS`, else `../shared/vectors` beside the checkout.
public enum Vectors {
  /// `nil` when no such folder exists; a test then is skipped, visibly.
  public static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let candidate =
      environment["MEMO_VECTORS"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/vectors")
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? candidate : nil
  }()

  public static var areAvailable: Bool { folder != nil }

  /// The bytes of one vector file.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try Array(Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// A JSON vector file, decoded.
  public static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes(path)))
  }

  /// The paths of the files below a folder of vectors, in byte order.
  public static func files(below path: String) throws -> [String] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let top = folder.appendingPathComponent(path)
    guard let names = FileManager.default.enumerator(atPath: top.path) else { return [] }
    return names.compactMap { $0 as? String }
      .filter {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
          atPath: top.appendingPathComponent($0).path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
      }
      .sorted().map { path + "/" + $0 }
  }
}
