// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension FolderTransport: ObjectSource {
  /// - Throws: ``FolderError``.
  public func listing() throws -> ObjectListing {
    var listing = ObjectListing()
    listing.boots = Set(try names(in: ["boot"]).compactMap(BootName.init))
    listing.erasures = Set(
      try names(in: ["erasure"]).compactMap { try? ErasureID(text: $0) })
    for name in try names(in: ["log"]) {
      guard let id = try? LogID(text: name) else { continue }
      var log = ObjectListing.Log()
      for file in try names(in: ["log", name]) {
        if let segment = SegmentName(text: file) {
          log.segments.insert(segment)
        } else if file.hasPrefix(ObjectName.headPrefix),
          let size = UInt64(hexName: file.dropFirst(ObjectName.headPrefix.count)), size > 0
        {
          log.heads.append(size)
        }
      }
      log.heads.sort()
      listing.logs[id] = log
    }
    return listing
  }
}
