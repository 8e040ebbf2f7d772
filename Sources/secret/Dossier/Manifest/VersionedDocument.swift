// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog

/// Documents of ours in a dossier: canonical JSON that names its type and version.
enum VersionedDocument {
  /// Reads the members of a document of this type with `body`.
  /// - Throws: ``DossierError/unknownVersion`` for a later one, ``DossierError/malformed`` for anything else.
  static func read<Result>(
    _ bytes: [UInt8], type: String, version: Int64, limit: Int,
    _ body: (JSONObject) throws -> Result
  ) throws -> Result {
    do {
      guard case .object(let object) = try CanonicalJSON.decode(bytes, limit: limit),
        try object.string("type") == type
      else { throw DossierError.malformed }
      let found = try object.integer("version")
      guard found <= version else { throw DossierError.unknownVersion }
      guard found == version else { throw DossierError.malformed }
      return try body(object)
    } catch let error as DossierError {
      throw error
    } catch {
      throw DossierError.malformed
    }
  }
}
