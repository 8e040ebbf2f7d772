// SPDX-License-Identifier: Apache-2.0

/// Writes bytes as text armor: strict PEM (RFC 7468, section 3) with 64 columns and line feeds.
public final class ArmorWriter {
  /// Bytes that are encoded before the text goes out.
  private static let capacity = 1024 * AgeV1.bytesPerLine
  private let output: (UnsafeRawBufferPointer) throws -> Void
  private var pending: [UInt8] = []
  private var hasBegun = false

  public init(output: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.output = output }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.capacity - pending.count)
      pending.append(contentsOf: UnsafeRawBufferPointer(rebasing: part))
      rest = rest.dropFirst(part.count)
      if pending.count == Self.capacity { try flush() }
    }
  }

  /// Writes what is left and the last line. Called once.
  public func finish() throws {
    try flush()
    try Array("\(AgeV1.armorEnd)\n".utf8).withUnsafeBytes(output)
  }

  /// Writes the pending bytes, whole lines but for the last of the armor.
  private func flush() throws {
    if !hasBegun { try Array("\(AgeV1.armorBegin)\n".utf8).withUnsafeBytes(output) }
    hasBegun = true
    try encoded().withUnsafeBytes(output)
    pending.removeAll(keepingCapacity: true)
  }

  private func encoded() -> [UInt8] {
    let lines = (pending.count + AgeV1.bytesPerLine - 1) / AgeV1.bytesPerLine
    let count = ArmorLine.columns(pending.count) + lines
    return [UInt8](unsafeUninitializedCapacity: count) { text, initialized in
      let text = UnsafeMutableRawBufferPointer(text)
      pending.withUnsafeBytes { pending in
        for start in stride(from: 0, to: pending.count, by: AgeV1.bytesPerLine) {
          let line = UnsafeRawBufferPointer(rebasing: pending[start...].prefix(AgeV1.bytesPerLine))
          ArmorLine.encode(
            line, into: UnsafeMutableRawBufferPointer(rebasing: text[initialized...]))
          initialized += ArmorLine.columns(line.count)
          text[initialized] = UInt8(ascii: "\n")
          initialized += 1
        }
      }
    }
  }
}
