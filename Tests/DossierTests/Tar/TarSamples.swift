// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Foundation

/// Archives for the tests, sound and hostile.
enum TarSamples {
  static let modified: Int64 = 1_735_689_600

  static func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = TarWriter(modified: modified) { bytes += $0 }
    for (path, content) in files { try writer.add(SafePath(path), content) }
    try writer.finish()
    return bytes
  }

  /// Every file with its content, up to the end of the archive.
  static func read(_ archive: [UInt8]) throws -> [(entry: TarEntry, content: [UInt8])] {
    let reader = TarReader(ArraySource(archive))
    var files: [(TarEntry, [UInt8])] = []
    while let entry = try reader.next() {
      files.append((entry, try reader.readAll(limit: .max)))
    }
    return files
  }

  /// One header block, every field free, with a right checksum unless told.
  static func header(
    _ name: String, size: String = "00000000000", type: String = "0", link: String = "",
    mode: String = "0000644", owner: String = "0000000", time: String = "14735102600",
    magic: String = "ustar\u{0}00", prefix: String = "", ownerName: String = "",
    checksumOffset: Int = 0
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ offset: Int) {
      block.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
    }
    put(name, 0)
    put(mode, 100)
    put(owner, 108)
    put("0000000", 116)
    put(size, 124)
    put(time, 136)
    put("        ", 148)
    put(type, 156)
    put(link, 157)
    put(magic, 257)
    put(ownerName, 265)
    put("0000000", 329)
    put("0000000", 337)
    put(prefix, 345)
    let sum = block.reduce(checksumOffset) { $0 + Int($1) }
    put(String(format: "%06o", sum) + "\u{0} ", 148)
    return block
  }

  /// A header with an explicit binary field, its checksum made right again.
  static func patched(_ block: [UInt8], at offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    var block = block
    block.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    block.replaceSubrange(148..<156, with: Array("        ".utf8))
    let sum = block[..<512].reduce(0) { $0 + Int($1) }
    block.replaceSubrange(148..<156, with: Array((String(format: "%06o", sum) + "\u{0} ").utf8))
    return block
  }

  static func padded(_ content: [UInt8]) -> [UInt8] {
    content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  static let end = [UInt8](repeating: 0, count: 1024)

  /// A pax header with these records, before an entry.
  static func pax(_ records: String, type: String = "x", name: String = "PaxHeaders/memo")
    -> [UInt8]
  {
    let content = Array(records.utf8)
    return header(name, size: octal(content.count), type: type) + padded(content)
  }

  static func octal(_ size: Int) -> String { String(format: "%011o", size) }
}
