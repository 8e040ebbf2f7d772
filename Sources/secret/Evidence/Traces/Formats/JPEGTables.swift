// SPDX-License-Identifier: Apache-2.0

/// The segments an image is made of hold what they must and nothing more: whatever is longer, or given twice
/// before it is used, could carry anything.
struct JPEGTables {
  private var given: Set<Int> = []

  /// Whether `payload` is exactly what a segment of that kind has.
  mutating func isExact(_ marker: UInt8, _ payload: [UInt8]) -> Bool {
    switch marker {
    case 0xDA:
      // Each scan may have tables of its own; the frame stands once.
      given = given.filter { $0 == 0xC0 << 8 }
      return payload.first.map { payload.count == 4 + 2 * Int($0) } ?? false
    case 0xDB: return isQuantization(payload)
    case 0xC4: return isHuffman(payload)
    case 0xDC, 0xDD: return payload.count == 2 && isNew(marker, 0)
    case 0xCC: return payload.count % 2 == 0 && payload.count <= 32 && isNew(marker, 0)
    case 0xC0...0xCF:
      return payload.count > 6 && payload.count == 6 + 3 * Int(payload[5]) && isNew(0xC0, 0)
    default: return false
    }
  }

  private mutating func isNew(_ marker: UInt8, _ id: UInt8) -> Bool {
    given.insert(Int(marker) << 8 | Int(id)).inserted
  }

  private mutating func isQuantization(_ payload: [UInt8]) -> Bool {
    var at = 0
    while at < payload.count {
      let id = payload[at]
      guard id >> 4 <= 1, id & 15 <= 3, isNew(0xDB, id & 15) else { return false }
      at += id >> 4 == 0 ? 65 : 129
    }
    return at == payload.count
  }

  private mutating func isHuffman(_ payload: [UInt8]) -> Bool {
    var at = 0
    while at < payload.count {
      guard payload.count - at >= 17, payload[at] >> 4 <= 1, payload[at] & 15 <= 3,
        isNew(0xC4, payload[at])
      else { return false }
      at += 17 + payload[(at + 1)..<(at + 17)].reduce(0) { $0 + Int($1) }
    }
    return at == payload.count
  }
}
