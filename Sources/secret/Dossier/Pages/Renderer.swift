// SPDX-License-Identifier: Apache-2.0

/// The pages of a dossier: a pure function of its manifest and its statements, by version. A version that
/// was released is never altered: old dossiers must verify for ever.
public protocol Renderer: Sendable {
  static var version: Int64 { get }
  /// Every page, by path below the bag, in the order they are written.
  static func pages(
    _ content: DossierContent, manifest: DossierManifest
  ) throws -> [(path: SafePath, bytes: [UInt8])]
}

/// The renderers that this program has.
public enum Renderers {
  /// The one that new dossiers are made with.
  public static let current: any Renderer.Type = RendererV2.self
  private static let all: [any Renderer.Type] = [RendererV1.self, RendererV2.self]

  /// `nil` for a version that this program does not have.
  static func renderer(_ version: Int64) -> (any Renderer.Type)? {
    all.first { $0.version == version }
  }
}
