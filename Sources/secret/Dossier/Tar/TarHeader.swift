// SPDX-License-Identifier: Apache-2.0

/// One header block, written and read in one spelling only.
struct TarHeader: Equatable {
  var name: [UInt8]
  var prefix: [UInt8] = []
  var size: UInt64
  /// Seconds since 1970.
  var modified: UInt64
  var typeFlag = TarFormat.regularFile

  /// The name and the prefix of a path, or `nil` when ustar cannot say it.
  static func split(_ path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    if path.count <= TarFormat.Field.name.count { return ([], path) }
    for index in path.indices.dropFirst() where path[index] == SafePath.slash {
      let name = path[(index + 1)...]
      if name.count <= TarFormat.Field.name.count {
        return index <= TarFormat.Field.prefix.count ? (Array(path[..<index]), Array(name)) : nil
      }
    }
    return nil
  }

  /// What stands in the fields when a pax header says the path.
  static func truncated(_ path: [UInt8]) -> (prefix: [UInt8], name: [UInt8]) {
    ([], Array(path.prefix(TarFormat.Field.name.count)))
  }

  // MARK: Writing

  /// The 512 bytes.
  func encoded() -> [UInt8] {
    var block = [UInt8](repeating: 0, count: TarFormat.block)
    Self.put(name, in: .name, of: &block)
    Self.putOctal(TarFormat.mode, in: .mode, of: &block)
    Self.putOctal(0, in: .owner, of: &block)
    Self.putOctal(0, in: .group, of: &block)
    Self.putOctal(size, in: .size, of: &block)
    Self.putOctal(modified, in: .modified, of: &block)
    block[TarFormat.Field.typeFlag.offset] = typeFlag
    Self.put(TarFormat.magicAndVersion, in: .magic, of: &block)
    Self.putOctal(0, in: .deviceMajor, of: &block)
    Self.putOctal(0, in: .deviceMinor, of: &block)
    Self.put(prefix, in: .prefix, of: &block)
    Self.put(Self.checksumText(Self.checksum(of: block)), in: .checksum, of: &block)
    return block
  }

  private static func put(_ bytes: [UInt8], in field: TarFormat.Field, of block: inout [UInt8]) {
    precondition(bytes.count <= field.count, "a field overflows")
    block.replaceSubrange(field.offset..<field.offset + bytes.count, with: bytes)
  }

  private static func putOctal(
    _ value: UInt64, in field: TarFormat.Field, of block: inout [UInt8]
  ) {
    put(octal(value, digits: field.count - 1), in: field, of: &block)
  }

  private static func octal(_ value: UInt64, digits: Int) -> [UInt8] {
    let text = Array(String(value, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, digits - text.count)) + text
  }

  /// Six digits, NUL, space: the one field that POSIX ends otherwise.
  private static func checksumText(_ sum: UInt64) -> [UInt8] {
    octal(sum, digits: 6) + [0, UInt8(ascii: " ")]
  }

  /// The sum of all bytes, those of the checksum field counted as spaces.
  private static func checksum(of block: [UInt8]) -> UInt64 {
    let field = block[TarFormat.Field.checksum.range]
    let sum = block.reduce(0) { $0 + UInt64($1) } - field.reduce(0) { $0 + UInt64($1) }
    return sum + UInt64(field.count) * UInt64(UInt8(ascii: " "))
  }

  // MARK: Reading

  /// - Parameter block: 512 bytes.
  init(decoding block: [UInt8]) throws(TarError) {
    let checksum = Self.checksumText(Self.checksum(of: block))
    guard Array(block[TarFormat.Field.checksum.range]) == checksum else { throw .badChecksum }
    guard Array(block[TarFormat.Field.magic.range]) == TarFormat.magicAndVersion else {
      throw .malformedHeader
    }
    typeFlag = block[TarFormat.Field.typeFlag.offset]
    guard [TarFormat.regularFile, TarFormat.paxHeader].contains(typeFlag) else {
      throw .unsupportedEntry
    }
    try Self.requireFixedFields(block)
    name = try Self.text(.name, block)
    prefix = try Self.text(.prefix, block)
    size = try Self.number(.size, block)
    modified = try Self.number(.modified, block)
  }

  init(name: [UInt8], prefix: [UInt8] = [], size: UInt64, modified: UInt64) {
    self.name = name
    self.prefix = prefix
    self.size = size
    self.modified = modified
  }

  private static func requireFixedFields(_ block: [UInt8]) throws(TarError) {
    for field in [TarFormat.Field.linkName, .ownerNames, .reserved] {
      guard block[field.range].allSatisfy({ $0 == 0 }) else { throw .malformedHeader }
    }
    guard try number(.mode, block) == TarFormat.mode, try number(.owner, block) == 0,
      try number(.group, block) == 0
    else { throw .malformedHeader }
    for field in [TarFormat.Field.deviceMajor, .deviceMinor] {
      // Python leaves these empty for what is not a device.
      if block[field.range].allSatisfy({ $0 == 0 }) { continue }
      guard try number(field, block) == 0 else { throw .malformedHeader }
    }
  }

  /// Octal digits over the whole field but its last byte, which is NUL: no sign, no base-256.
  private static func number(
    _ field: TarFormat.Field, _ block: [UInt8]
  ) throws(TarError) -> UInt64 {
    guard block[field.range].last == 0 else { throw .malformedHeader }
    var value: UInt64 = 0
    for byte in block[field.range].dropLast() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { throw .malformedHeader }
      value = value << 3 | UInt64(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Bytes up to the first NUL; after it, NULs only.
  private static func text(
    _ field: TarFormat.Field, _ block: [UInt8]
  ) throws(TarError) -> [UInt8] {
    let bytes = block[field.range]
    let text = bytes.prefix { $0 != 0 }
    guard bytes[text.endIndex...].allSatisfy({ $0 == 0 }) else { throw .malformedHeader }
    return Array(text)
  }
}
