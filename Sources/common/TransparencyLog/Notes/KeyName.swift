// SPDX-License-Identifier: Apache-2.0

/// The name of a key (signed-note, "Format"): not empty, no Unicode space, no plus sign.
///
/// Compared as bytes: Swift would call two spellings of an accented letter equal.
struct KeyName: Hashable, Sendable {
  let string: String

  /// - Throws: ``NoteError/invalidName``.
  init(_ string: String) throws {
    let isValid = string.unicodeScalars.allSatisfy {
      // A control character could stand in a key, but never in the note that the key signs.
      $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace
    }
    guard isValid, !string.isEmpty else { throw NoteError.invalidName }
    self.string = string
  }

  var bytes: [UInt8] { Array(string.utf8) }

  static func == (left: KeyName, right: KeyName) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
