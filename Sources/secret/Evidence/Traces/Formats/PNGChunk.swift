// SPDX-License-Identifier: Apache-2.0

/// What the chunks of a PNG are for (W3C PNG, third edition).
enum PNGChunk {
  static let signature: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]

  /// What shows the image, with the most bytes each may have; a longer one could carry anything.
  static let shown: [String: Int] = [
    "IHDR": 13, "PLTE": 768, "IDAT": .max, "IEND": 0, "tRNS": 256, "gAMA": 4, "cHRM": 32, "sRGB": 1,
    "sBIT": 4, "pHYs": 9, "bKGD": 6, "cICP": 4, "acTL": 8, "fcTL": 26, "fdAT": .max,
  ]

  /// What else says nothing: a date, a histogram, Apple's index into the data.
  static let harmless: [String: Int] = [
    "tIME": 7, "hIST": 512, "iDOT": 28, "mDCV": 24, "cLLI": 8,
  ]
}
