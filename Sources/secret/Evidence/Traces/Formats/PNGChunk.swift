// SPDX-License-Identifier: Apache-2.0

/// What the chunks of a PNG are for (W3C PNG, third edition).
enum PNGChunk {
  static let signature: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]

  /// What shows the image, with the most bytes each may have; a longer one could carry anything.
  static let shown: [String: Int] = [
    "IHDR": 13, "PLTE": 768, "IDAT": .max, "IEND": 0, "tRNS": 256, "gAMA": 4, "cHRM": 32, "sRGB": 1,
    "sBIT": 4, "pHYs": 9, "bKGD": 6, "cICP": 4, "acTL": 8, "fcTL": 26, "fdAT": .max,
  ]

  /// What else says nothing: a date, levels of light, Apple's index into the data.
  static let harmless: [String: Int] = [
    "tIME": 7, "iDOT": 28, "mDCV": 24, "cLLI": 8,
  ]
}

/// The chunks met so far: one that stands twice, or where it shows nothing, could carry anything.
struct PNGChunks {
  /// Of the header: 0 grey, 2 colours, 3 palette, 4 and 6 with transparency.
  var colour: UInt8?
  /// How many frames an animation says it has.
  var frames: Int?
  private var counts: [String: Int] = [:]
  private var palette = 0

  /// Whether a chunk of that size shows something here.
  mutating func mayHold(_ type: String, _ size: Int) -> Bool {
    guard PNGChunk.shown[type] ?? PNGChunk.harmless[type] != nil else { return true }
    counts[type, default: 0] += 1
    switch type {
    case "IDAT": return true
    case "fcTL", "fdAT": return frames != nil
    case "PLTE":
      palette = size / 3
      return colour == 3 && size % 3 == 0 && counts[type] == 1
    case "tRNS":
      let limit = colour == 0 ? 2 : colour == 2 ? 6 : colour == 3 ? palette : 0
      return size <= limit && counts[type] == 1
    case "bKGD":
      return size <= (colour == 3 ? 1 : colour == 2 || colour == 6 ? 6 : 2) && counts[type] == 1
    default: return counts[type] == 1
    }
  }

  /// Frames beyond those that the animation has are never shown.
  var areAllShown: Bool {
    guard let frames else { return true }
    return counts["fcTL", default: 0] == frames
  }
}
