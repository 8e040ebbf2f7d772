// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Which files directly in some folders are opened, by anybody, from now on (inotify).
final class FolderWatch {
  private struct Unavailable: Error {}
  private let descriptor: Int32

  init(_ folders: [String]) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw Unavailable() }
    let events = UInt32(IN_OPEN | IN_ACCESS)
    for folder in folders {
      guard inotify_add_watch(descriptor, folder, events) >= 0 else { throw Unavailable() }
    }
  }

  deinit { close(descriptor) }

  /// Those of `names` opened since the last call.
  func opened(_ names: Set<String>) -> Set<String> {
    var found: Set<String> = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      var offset = 0
      // struct inotify_event: wd, mask, cookie, len (four bytes each), then the name.
      while offset + 16 <= count {
        let length = buffer[offset + 12..<offset + 16].reversed().reduce(0) { $0 << 8 | Int($1) }
        let name = buffer[offset + 16..<offset + 16 + length].prefix { $0 != 0 }
        found.insert(String(decoding: name, as: UTF8.self))
        offset += 16 + length
      }
    }
    return found.intersection(names)
  }
}
