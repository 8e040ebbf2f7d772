// SPDX-License-Identifier: Apache-2.0

/// Writes a Bech32 text straight into its final place, so that a secret leaves no copy behind.
struct Bech32Writer {
  private let output: UnsafeMutableRawBufferPointer
  private let isUppercase: Bool
  private var position = 0
  private var checksum: Bech32Checksum

  /// - Parameter output: as long as the text.
  init(output: UnsafeMutableRawBufferPointer, prefix: [UInt8], isUppercase: Bool) {
    self.output = output
    self.isUppercase = isUppercase
    checksum = Bech32Checksum(prefix: prefix)
    for byte in prefix { put(byte) }
    put(Bech32.separator)
  }

  mutating func write(_ data: UnsafeRawBufferPointer) {
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in data {
      buffer = (buffer << 8 | UInt32(byte)) & 0xFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        write(symbol: UInt8(buffer >> bits & 31))
      }
    }
    if bits > 0 { write(symbol: UInt8(buffer << (5 - bits) & 31)) }
  }

  mutating func finish() {
    for symbol in checksum.symbols() { putSymbol(symbol) }
  }

  private mutating func write(symbol: UInt8) {
    checksum.add(symbol)
    putSymbol(symbol)
  }

  private mutating func putSymbol(_ symbol: UInt8) {
    let character = Bech32.alphabet[Int(symbol)]
    put(isUppercase && Bech32.isLower(character) ? character & ~0x20 : character)
  }

  private mutating func put(_ byte: UInt8) {
    output[position] = byte
    position += 1
  }
}
