// SPDX-License-Identifier: Apache-2.0
import TestSupport

/// `signed-note.json`.
struct NoteVectors: Decodable {
  struct Note: Decodable {
    let name: String
    let note_b64: String
    let verifiers: [String]
    let result: String
    let verified: [String]
  }

  struct Body: Decodable {
    let desc: String
    let body: String
    let ok: Bool
  }

  let skey: String
  let vkey_ok: [String]
  let vkey_bad: [String]
  let notes: [Note]
  let checkpoint_bodies: [Body]

  static func load() throws -> NoteVectors {
    try Vectors.decode(NoteVectors.self, "signed-note.json")
  }
}
