// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import TransparencyLog

extension DossierManifest {
  /// An original and where it stands, or that it was kept back.
  public struct Piece: Equatable, Sendable {
    /// A copy that stands beside an original or in its place, such as an image without its metadata.
    public struct Copy: Equatable, Sendable {
      public let path: String
      /// Bytes.
      public let size: UInt64
      public let sha256: SHA256Digest

      public init(path: String, size: UInt64, sha256: SHA256Digest) {
        self.path = path
        self.size = size
        self.sha256 = sha256
      }
    }

    public let attachment: PieceID
    public let leaf: SHA256Digest
    /// Where the original stands, or would.
    public let path: String
    /// The original is not in the dossier; its statement still gives its SHA-256.
    public let isWithheld: Bool
    public let copy: Copy?

    public init(
      attachment: PieceID, leaf: SHA256Digest, path: String, isWithheld: Bool = false,
      copy: Copy? = nil
    ) {
      self.attachment = attachment
      self.leaf = leaf
      self.path = path
      self.isWithheld = isWithheld
      self.copy = copy
    }

    func json() throws -> JSONValue {
      var object = try JSONObject([
        "attachment": .string(attachment.description), "leaf": DossierManifest.text(leaf),
        "path": .string(path),
      ])
      if isWithheld { object["withheld"] = .boolean(true) }
      if let copy { object["copy"] = try copy.json() }
      return .object(object)
    }

    init(_ value: JSONValue) throws {
      guard case .object(let object) = value else { throw DossierError.malformed }
      try object.requireOnly(keys: ["attachment", "copy", "leaf", "path", "withheld"])
      let isWithheld = try object.optionalBoolean("withheld")
      guard isWithheld != false else { throw DossierError.malformed }
      self.init(
        attachment: try PieceID(text: object.string("attachment")),
        leaf: try DossierManifest.digest(.string(object.string("leaf"))),
        path: try object.string("path"), isWithheld: isWithheld ?? false,
        copy: try object["copy"].map { _ in try Copy(object.object("copy")) })
    }
  }
}

extension DossierManifest.Piece.Copy {
  fileprivate func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "digest": DossierManifest.text(sha256), "path": .string(path),
        "size": .integer(Int64(size)),
      ]))
  }

  fileprivate init(_ object: JSONObject) throws {
    try object.requireOnly(keys: ["digest", "path", "size"])
    guard let size = UInt64(exactly: try object.integer("size")) else {
      throw DossierError.malformed
    }
    self.init(
      path: try object.string("path"), size: size,
      sha256: try DossierManifest.digest(.string(object.string("digest"))))
  }
}
