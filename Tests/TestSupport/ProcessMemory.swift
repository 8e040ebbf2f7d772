// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The memory of another process of ours, read through `/proc`: everything private that it can write or
/// could once (guarded memory cannot even be read while it is not in use; `/proc` reads it all the same).
public struct ProcessMemory {
  private struct Region {
    let start: UInt64
    let count: Int
    let text: String
  }

  private let process: Int32

  public init(of process: Int32) { self.process = process }

  /// Which of `needles` are there, and in what regions.
  public func search(_ needles: [String: [UInt8]]) throws -> [String: [String]] {
    let descriptor = open("/proc/\(process)/mem", O_RDONLY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadNoPermission) }
    defer { close(descriptor) }
    let overlap = needles.values.map(\.count).max() ?? 0
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: (4 << 20) + overlap, alignment: 16)
    defer { block.deallocate() }
    var found: [String: [String]] = [:]
    for region in try regions() {
      for offset in stride(from: 0, to: region.count, by: 4 << 20) {
        let wanted = min(block.count, region.count - offset)
        let count = pread(
          descriptor, block.baseAddress, wanted, off_t(region.start) + off_t(offset))
        guard count > 0 else { continue }
        let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
        for (name, needle) in needles {
          if let place = ByteSearch.first(needle, in: bytes) {
            let address = String(region.start + UInt64(offset + place), radix: 16)
            found[name, default: []].append("\(address) in \(region.text)")
          }
        }
      }
    }
    return found
  }

  /// Highest resident size so far, in KiB.
  public func peakKiB() throws -> Int {
    let line = try text(of: "status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

  /// To its end: `String(contentsOfFile:)` was seen to stop early where the size is said to be 0.
  private func text(of name: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(process)/\(name)"))
    return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
  }

  private func regions() throws -> [Region] {
    try text(of: "maps").split(separator: "\n")
      .compactMap { line in
        let words = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        guard words.count >= 5, words[1].hasSuffix("p") else { return nil }
        // Files mapped read-only cannot hold what was not in them.
        let isFile = words.count == 6 && words[5].hasPrefix("/")
        guard words[1].contains("w") || !isFile else { return nil }
        let bounds = words[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
        guard bounds.count == 2, !line.contains("[v") else { return nil }
        return Region(start: bounds[0], count: Int(bounds[1] - bounds[0]), text: String(line))
      }
  }
}
