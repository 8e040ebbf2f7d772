// SPDX-License-Identifier: Apache-2.0
public import SyncServer

extension S3Storage {
  public func list(prefix: String, after: ObjectKey?, limit: Int) async throws -> [ListedObject] {
    // No store needs to be asked for what no name begins with, and some trip over it.
    guard Self.mayBegin(prefix) else { return [] }
    let limit = min(max(limit, 1), 1000)
    let start = after?.description ?? ""
    var (found, token): ([ListedObject], String?) = ([], nil)
    var last = Self.below(start)
    repeat {
      // One more: the first may be `after` itself.
      var query = ["list-type": "2", "prefix": prefix, "max-keys": "\(limit - found.count + 1)"]
      if let token { query["continuation-token"] = token }
      if token == nil, after != nil { query["start-after"] = last }
      let page = try await page(query)
      for entry in page.entries {
        guard Self.precedes(last, entry.name), entry.name.hasPrefix(prefix) else {
          throw StorageError.damaged
        }
        last = entry.name
        if entry.name == start { continue }
        guard Self.precedes(start, entry.name) else { throw StorageError.damaged }
        // What has another name was not put there by a server.
        if let key = ObjectKey(entry.name) {
          found.append(ListedObject(key: key, size: entry.size))
        }
      }
      // A page without a name cannot be told from one that comes for ever.
      guard page.token == nil || !page.entries.isEmpty else { throw StorageError.damaged }
      token = page.token
    } while token != nil && found.count < limit
    return Array(found.prefix(limit))
  }

  private func page(_ query: [String: String]) async throws -> ListResult {
    // The bucket itself: with its slash, in either style.
    try await send(S3Request(method: .get, path: address.root, query: query)) { response, _ in
      guard response.status == 200 else { return nil }
      do { return try ListResult(parsing: response.body) } catch { throw Doubt.again(.damaged) }
    }
  }

  /// What lies right below a name, with no name in between. Stores that keep a tree begin behind the folder `a` when
  /// they are told to begin after `a`, and pass over `a/b`.
  private static func below(_ name: String) -> String {
    guard let last = name.utf8.last else { return "" }
    let folder = name.utf8.dropLast()
    // Below a zero comes the slash, which cannot begin the name of anything.
    let isFirst = folder.isEmpty || folder.last == UInt8(ascii: "/")
    let before = last - (last == UInt8(ascii: "0") && isFirst ? 2 : 1)
    return String(decoding: folder + [before, UInt8(ascii: "~")], as: UTF8.self)
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether a name can begin so.
  private static func mayBegin(_ prefix: String) -> Bool {
    prefix.isEmpty || ObjectKey(prefix) != nil || ObjectKey(prefix + "a") != nil
  }
}
