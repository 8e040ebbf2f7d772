// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation
import TestSupport

/// Altered dossiers, by where they were altered.
enum Mutants {
  /// Something done to one file.
  private typealias Change = (name: String, apply: @Sendable (inout Bundle, String) -> Void)

  private static let changes: [Change] = [
    ("flipped first", { flip(&$0, $1) { _ in 0 } }),
    ("flipped middle", { flip(&$0, $1) { $0 / 2 } }),
    ("flipped last", { flip(&$0, $1) { $0 - 1 } }),
    ("cut", { $0[$1] = $0[$1].map { $0.dropLast() } }),
    ("longer", { bundle, path in bundle[path]?.append(0x0A) }),
    ("emptied", { bundle, path in bundle[path] = [] }),
    ("deleted", { bundle, path in bundle[path] = nil }),
    ("doubled", { bundle, path in bundle[path + ".x"] = bundle[path] }),
    (
      "renamed",
      { bundle, path in
        let bytes = bundle[path]
        bundle[path] = nil
        bundle[path + "x"] = bytes
      }
    ),
    (
      "exchanged with the next",
      { bundle, path in
        guard let index = bundle.files.firstIndex(where: { $0.path == path }) else { return }
        let next = (index + 1) % bundle.files.count
        let bytes = bundle.files[index].bytes
        bundle.files[index].bytes = bundle.files[next].bytes
        bundle.files[next].bytes = bytes
      }
    ),
  ]

  /// Where a digest tells, one place is as good as another.
  private static let signedOnly = ["flipped first", "flipped last", "longer", "emptied"]

  private static func flip(_ bundle: inout Bundle, _ path: String, _ place: (Int) -> Int) {
    guard let count = bundle[path]?.count, count > 0 else { return }
    bundle[path]?[place(count)] ^= 1
  }

  /// Every file, without a key: the lists, or the signature over them, must tell.
  static func unsigned(_ honest: Bundle) throws -> [Mutant] {
    try honest.files.enumerated().flatMap { number, file in
      try changes.filter { !signedOnly.contains($0.name) }.enumerated().flatMap {
        kind, change -> [Mutant] in
        var bundle = honest
        change.apply(&bundle, file.path)
        if bundle.archive() == honest.archive() { return [] }
        let name = "\(change.name): \(file.path)"
        // As an archive or unpacked, by turns.
        if (number + kind).isMultiple(of: 3) { return [Mutant(name + " (folder)", folder: bundle)] }
        guard change.name == "cut", file.path.hasPrefix("data/") else {
          return [Mutant(name, bundle)]
        }
        var listed = bundle
        try listed.relist()
        return [Mutant(name, bundle), Mutant(name + ", lists made again", listed)]
      }
    }
  }

  /// Every file of the payload, listed and signed again by the very key: what is inside must tell.
  static func signed(_ honest: Bundle) throws -> [Mutant] {
    try honest.files.filter { $0.path.hasPrefix("data/") }.flatMap { file in
      try changes.compactMap { change -> Mutant? in
        var bundle = honest
        change.apply(&bundle, file.path)
        if bundle.archive() == honest.archive() { return nil }
        try bundle.resign()
        let name = "signed again, \(change.name): \(file.path)"
        return Mutant(name, bundle, isPages(honest, bundle) ? .wrongToRenderer : .wrong)
      }
    }
  }

  /// Whether only the pages are not what they should be: they were altered, or something was withheld
  /// that they still say.
  private static func isPages(_ honest: Bundle, _ bundle: Bundle) -> Bool {
    guard honest.files.map(\.path) == bundle.files.map(\.path) else { return false }
    return zip(honest.files, bundle.files).allSatisfy { old, new in
      let header = honest.text(old.path.replacingOccurrences(of: ".valeurs", with: ".json"))
      let isWithheld =
        old.path.hasSuffix(".valeurs") && new.bytes.isEmpty
        && header?.contains("entry.attached") == false
      return old.bytes == new.bytes || Bundle.isPage(old.path) || !old.path.hasPrefix("data/")
        || isWithheld
    }
  }

  /// What a folder can hold and an archive cannot.
  static func folders(_ honest: Bundle) -> [Mutant] {
    let page = "data/dossier.html"
    func replace(_ root: String, _ body: (String) throws -> Void) throws {
      try FileManager.default.removeItem(atPath: root + "/" + page)
      try body(root + "/" + page)
    }
    return [
      Mutant("as it is, unpacked", folder: honest, .valid),
      Mutant("an empty folder more", folder: honest, .valid) {
        try FileManager.default.createDirectory(
          atPath: $0 + "/data/vide", withIntermediateDirectories: false)
      },
      Mutant("a link to the very page", folder: honest) { root in
        try replace(root) {
          try (honest[page].map { Data($0) } ?? Data()).write(
            to: URL(fileURLWithPath: root + "/../../page"))
          try FileManager.default.createSymbolicLink(
            atPath: $0, withDestinationPath: root + "/../../page")
        }
      },
      Mutant("a link to a folder", folder: honest) {
        try FileManager.default.createSymbolicLink(
          atPath: $0 + "/data/lien", withDestinationPath: $0 + "/data/pieces")
      },
      Mutant("a link that leads nowhere", folder: honest) {
        try FileManager.default.createSymbolicLink(
          atPath: $0 + "/data/lien", withDestinationPath: "absent")
      },
      Mutant("a pipe", folder: honest) { root in try replace(root) { _ = mkfifo($0, 0o600) } },
      Mutant("a folder where a page stands", folder: honest) { root in
        try replace(root) {
          try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
        }
      },
      Mutant("a hidden file", folder: honest) { try Data().write(to: file($0, ".DS_Store")) },
      Mutant("a file beside the bag's", folder: honest) {
        try Data().write(to: file($0, "lisez.txt"))
      },
      Mutant("a name in another case", folder: honest) {
        try Data().write(to: file($0, "data/DOSSIER.html"))
      },
      Mutant("a decomposed name", folder: honest) {
        try Data().write(to: file($0, "data/e\u{301}.txt"))
      },
      Mutant("a name that is not UTF-8", folder: honest) { root in
        root.withCString { start in
          let name = String(cString: start) + "/data/"
          var bytes = Array(name.utf8).map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF), 0]
          close(creat(&bytes, 0o600))
        }
      },
      Mutant("a name with a line break", folder: honest) {
        try Data().write(to: file($0, "data/a\nb"))
      },
    ]
  }

  private static func file(_ root: String, _ name: String) -> URL {
    URL(fileURLWithPath: root + "/" + name)
  }
}

extension Mutants {
  static func all(_ forge: Forge) throws -> [Mutant] {
    let honest = try forge.bundle()
    return try [Mutant("as it is", honest, .valid)] + unsigned(honest) + signed(honest)
      + folders(honest) + archives(honest) + manifests(forge, honest) + headers(forge, honest)
      + openings(forge, honest) + proofs(forge, honest) + keys(forge, honest)
  }
}
