// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of one floor; the floor is the folder that holds it.
func library(_ floor: String, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)Tests",
    swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "memo",
  products: [.executable(name: "memo", targets: ["memo"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Common floor: primitives and proofs that carry no secret of a vault.
    .systemLibrary(
      name: "CSodium", path: "Sources/common/CSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"])]),
    library("common", "Sodium", ["CSodium"]),
    library("common", "Hashing", [crypto]),
    library("common", "HybridKEM", ["Sodium", crypto]),
    library("common", "DurableFiles", []),
    library("common", "TransparencyLog", ["Sodium", "Hashing"]),

    // Secret floor: plaintext and keys.
    library("secret", "Evidence", ["Sodium", "Hashing", "TransparencyLog", "Remote"]),
    library("secret", "Seal", ["Sodium", "Hashing", "TransparencyLog", "Evidence", "Remote"]),
    library("secret", "AgeFormat", ["Sodium", "HybridKEM"]),
    library(
      "secret", "Dossier",
      ["Sodium", "Hashing", "DurableFiles", "TransparencyLog", "Evidence", "AgeFormat", "Remote"]),

    // Sealed floor: code that only ever sees sealed bytes.
    library("sealed", "Remote", ["Sodium", "Hashing", "TransparencyLog"]),
    library(
      "sealed", "VaultStore",
      ["Sodium", "Hashing", "DurableFiles", "TransparencyLog", "Remote", grdb]),
    library("sealed", "SyncClient", ["Sodium", "Hashing", "DurableFiles", "Remote"]),

    // Top: the façade and the command line.
    library(
      "top", "VaultKit",
      [
        "Sodium", "Hashing", "DurableFiles", "TransparencyLog", "Evidence", "Seal", "Dossier",
        "AgeFormat", "Remote", "VaultStore", "SyncClient", grdb,
      ]),
    .executableTarget(
      name: "memo",
      dependencies: [
        "VaultKit", "Sodium", "Hashing", "Evidence", "Seal", "Dossier", "AgeFormat", "Remote",
        "DurableFiles", argumentParser,
      ],
      path: "Sources/top/memo", resources: [.embedInCode("Resources/help-lines.json")],
      swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: ["Sodium", "Hashing"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("Sodium", ["Sodium"]),
    tests("Hashing", ["Hashing"]),
    tests("HybridKEM", ["HybridKEM", "Hashing", "Sodium"]),
    tests("TransparencyLog", ["TransparencyLog", "Sodium", "Hashing"]),
    tests("Evidence", ["Evidence", "Remote", "TransparencyLog", "Sodium", "Hashing"]),
    tests("Seal", ["Seal", "Evidence", "Remote", "TransparencyLog", "Sodium", "Hashing"]),
    tests("AgeFormat", ["AgeFormat", "Sodium", "Hashing"]),
    tests(
      "Dossier",
      [
        "Dossier", "AgeFormat", "Evidence", "TransparencyLog", "Remote", "Sodium", "Hashing",
        "DurableFiles",
      ]),
    tests("Remote", ["Remote", "TransparencyLog", "Sodium", "Hashing"]),
    tests(
      "VaultStore",
      ["VaultStore", "Remote", "TransparencyLog", "Sodium", "Hashing", "DurableFiles", grdb]),
    tests(
      "SyncClient",
      ["SyncClient", "Remote", "TransparencyLog", "Sodium", "Hashing", "DurableFiles"]),
    tests(
      "VaultKit",
      [
        "VaultKit", "VaultStore", "SyncClient", "Seal", "Evidence", "Dossier", "AgeFormat",
        "Remote",
        "TransparencyLog", "Sodium", "Hashing", "DurableFiles", grdb,
        "CrashWriter",
      ]),
    // Works on a vault until a test kills it; not a product.
    .executableTarget(
      name: "CrashWriter",
      dependencies: [
        "VaultKit", "Seal", "Evidence", "Dossier", "AgeFormat", "Remote", "Sodium", "DurableFiles",
        "TestSupport",
      ],
      path: "Tests/CrashWriter", swiftSettings: strict),
    // Makes Fixtures; not a product.
    .executableTarget(
      name: "FixtureMaker",
      dependencies: [
        "VaultKit", "Seal", "Evidence", "Remote", "AgeFormat", "Sodium", "TestSupport",
      ],
      path: "Tests/FixtureMaker", swiftSettings: strict),
    .testTarget(
      name: "memoTests", dependencies: ["memo", "DurableFiles", "TestSupport"],
      path: "Tests/memoTests", exclude: ["terminal.py"], swiftSettings: strict),
  ]
)
