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
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let structuredFields: Target.Dependency = .product(
  name: "RawStructuredFieldValues", package: "swift-http-structured-headers")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let configuration: Target.Dependency = .product(
  name: "Configuration", package: "swift-configuration")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "memo",
  products: [
    .executable(name: "memo", targets: ["memo"]),
    .executable(name: "memo-server", targets: ["memo-server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-http-structured-headers", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
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
    library(
      "sealed", "Remote",
      ["Sodium", "Hashing", "TransparencyLog", httpTypes, structuredFields]),
    library(
      "sealed", "VaultStore",
      ["Sodium", "Hashing", "DurableFiles", "TransparencyLog", "Remote", grdb]),
    library(
      "sealed", "SyncClient",
      [
        "Sodium", "Hashing", "DurableFiles", "TransparencyLog", "Remote", httpTypes, httpClient,
        nioCore, nioHTTP1,
      ]),
    library(
      "sealed", "SyncServer",
      [
        "Sodium", "Hashing", "TransparencyLog", "Remote", httpTypes, hummingbird, hummingbirdTLS,
        nioCore, nioSSL, logging, metrics, lifecycle,
      ]),
    library(
      "sealed", "SyncServerSQLite",
      ["Sodium", "Hashing", "DurableFiles", "Remote", "SyncServer", grdb]),
    library(
      "sealed", "SyncServerS3",
      [
        "Sodium", "Hashing", "Remote", "SyncServer", httpClient, httpTypes, nioCore, nioHTTP1,
        logging,
      ]),

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
        "DurableFiles", "SyncClient", "TransparencyLog", argumentParser,
      ],
      path: "Sources/top/memo", resources: [.embedInCode("Resources/help-lines.json")],
      swiftSettings: strict),

    .executableTarget(
      name: "memo-server",
      dependencies: [
        "SyncServer", "SyncServerSQLite", "SyncServerS3", "Remote", "Sodium", "DurableFiles",
        "TransparencyLog", argumentParser, configuration, logging, lifecycle,
      ],
      path: "Sources/top/memo-server", swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: ["Sodium", "Hashing"], path: "Tests/TestSupport", swiftSettings: strict),
    // A server in the process, for whoever talks to one.
    .target(
      name: "SyncTestSupport",
      dependencies: [
        "SyncServer", "SyncClient", "Remote", "TransparencyLog", "Sodium", "Hashing", "TestSupport",
        httpTypes,
      ],
      path: "Tests/SyncTestSupport", swiftSettings: strict),
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
    tests("Remote", ["Remote", "TransparencyLog", "Sodium", "Hashing", httpTypes]),
    tests(
      "VaultStore",
      ["VaultStore", "Remote", "TransparencyLog", "Sodium", "Hashing", "DurableFiles", grdb]),
    tests(
      "SyncClient",
      [
        "SyncClient", "Remote", "TransparencyLog", "Sodium", "Hashing", "DurableFiles",
        "SyncTestSupport", httpTypes,
      ]),
    tests(
      "SyncServer",
      [
        "SyncServer", "SyncServerSQLite", "SyncServerS3", "SyncTestSupport", "Remote",
        "TransparencyLog", "Sodium", "Hashing", "DurableFiles", httpTypes, httpClient, nioCore,
        logging, lifecycle,
        .product(name: "HummingbirdTesting", package: "hummingbird"), hummingbird, grdb,
        "StorageWriter",
      ]),
    tests(
      "VaultKit",
      [
        "VaultKit", "VaultStore", "SyncClient", "Seal", "Evidence", "Dossier", "AgeFormat",
        "Remote", "SyncServer", "SyncTestSupport", "TransparencyLog", "Sodium", "Hashing",
        "DurableFiles", httpTypes, grdb, "CrashWriter",
      ]),
    // Works on a vault until a test kills it; not a product.
    .executableTarget(
      name: "CrashWriter",
      dependencies: [
        "VaultKit", "Seal", "Evidence", "Dossier", "AgeFormat", "Remote", "Sodium", "DurableFiles",
        "TestSupport",
      ],
      path: "Tests/CrashWriter", swiftSettings: strict),
    // Works on an embedded store until a test kills it; not a product.
    .executableTarget(
      name: "StorageWriter",
      dependencies: ["SyncServer", "SyncServerSQLite", "TestSupport"],
      path: "Tests/StorageWriter", swiftSettings: strict),
    // Pushes to servers while Scripts/chaos kills them; not a product.
    .executableTarget(
      name: "LoadMaker",
      dependencies: ["SyncClient", "SyncTestSupport", "Remote", "Sodium", "TestSupport"],
      path: "Tests/LoadMaker", swiftSettings: strict),
    // Devices, a network and a server by seed; not a product.
    .executableTarget(
      name: "Simulation",
      dependencies: [
        "VaultKit", "VaultStore", "Seal", "Evidence", "AgeFormat", "Dossier", "Remote", "Sodium",
        "DurableFiles", "SyncClient", "SyncServer", "SyncTestSupport", "TestSupport", httpTypes,
      ],
      path: "Tests/Simulation", swiftSettings: strict),
    // A bare route, for Scripts/measure-sync to compare with; not a product.
    .executableTarget(
      name: "BareServer", dependencies: [hummingbird], path: "Tests/BareServer",
      swiftSettings: strict),
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
