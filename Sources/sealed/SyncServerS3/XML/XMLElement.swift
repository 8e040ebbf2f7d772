// SPDX-License-Identifier: Apache-2.0

/// An element of the XML that stores answer with: its name without a prefix, its text, its children. Attributes are
/// read over. Everything else that XML can do is refused: see ``XMLReader``.
struct XMLElement: Equatable, Sendable {
  let name: String
  var text = ""
  var children: [XMLElement] = []

  /// The first child of that name.
  subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

  /// - Throws: ``XMLError``.
  init(parsing bytes: [UInt8]) throws {
    var reader = XMLReader(bytes)
    self = try reader.document()
  }

  init(name: String) { self.name = name }
}

/// Not XML, or more than we read.
struct XMLError: Error, Equatable, Sendable {}
