// SPDX-License-Identifier: Apache-2.0

/// Writes bytes as text armor: strict PEM (RFC 7468, section 3) with 64 columns and line feeds.
public final class ArmorWriter {
  private let output: (UnsafeRawBufferPointer) throws -> Void
  /// Bytes of a line that is not full yet.
  private var rest: [UInt8] = []
  private var hasBegun = false

  public init(output: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.output = output }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    var text = beginning()
    var bytes = bytes[...]
    if !rest.isEmpty {
      let part = bytes.prefix(AgeV1.bytesPerLine - rest.count)
      rest.append(contentsOf: part)
      bytes = bytes.dropFirst(part.count)
      if rest.count == AgeV1.bytesPerLine { appendRest(to: &text) }
    }
    while bytes.count >= AgeV1.bytesPerLine {
      let line = bytes.prefix(AgeV1.bytesPerLine)
      ArmorLine.encode(UnsafeRawBufferPointer(rebasing: line), to: &text)
      text.append(UInt8(ascii: "\n"))
      bytes = bytes.dropFirst(AgeV1.bytesPerLine)
    }
    rest.append(contentsOf: bytes)
    try text.withUnsafeBytes(output)
  }

  /// Writes what is left and the last line. Called once.
  public func finish() throws {
    var text = beginning()
    if !rest.isEmpty { appendRest(to: &text) }
    text += Array("\(AgeV1.armorEnd)\n".utf8)
    try text.withUnsafeBytes(output)
  }

  private func beginning() -> [UInt8] {
    defer { hasBegun = true }
    return hasBegun ? [] : Array("\(AgeV1.armorBegin)\n".utf8)
  }

  private func appendRest(to text: inout [UInt8]) {
    rest.withUnsafeBytes { ArmorLine.encode($0, to: &text) }
    text.append(UInt8(ascii: "\n"))
    rest.removeAll(keepingCapacity: true)
  }
}
