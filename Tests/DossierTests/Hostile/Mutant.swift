// SPDX-License-Identifier: Apache-2.0
@testable import Dossier

/// An altered dossier, and what must be said of it.
struct Mutant {
  enum Form {
    case archive([UInt8])
    /// Files, and what else is done to the folder that holds them.
    case folder(Bundle, (String) throws -> Void)
  }

  enum Expected: String {
    case valid
    case wrong = "false"
    case unverifiable
    case unproven
    /// False to whoever has the renderer, which the reader in Python has not (Format.md §8.2).
    case wrongToRenderer
  }

  let name: String
  let form: Form
  let expected: Expected

  init(_ name: String, _ bundle: Bundle, _ expected: Expected = .wrong) {
    self.init(name, archive: bundle.archive(), expected)
  }

  init(_ name: String, archive: [UInt8], _ expected: Expected = .wrong) {
    self.name = name
    form = .archive(archive)
    self.expected = expected
  }

  init(
    _ name: String, folder bundle: Bundle, _ expected: Expected = .wrong,
    then change: @escaping (String) throws -> Void = { _ in }
  ) {
    self.name = name
    form = .folder(bundle, change)
    self.expected = expected
  }
}
