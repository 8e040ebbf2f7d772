// SPDX-License-Identifier: Apache-2.0

/// Bytes that follow from a name, quickly: what another process made can be made again and compared.
public enum Pattern {
  public static func bytes(_ name: String, count: Int) -> [UInt8] {
    // A prime length: no two chunks are alike.
    let block = SeededRandom(seed: name).bytes(4093)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + block.count)
    while bytes.count < count { bytes += block }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
