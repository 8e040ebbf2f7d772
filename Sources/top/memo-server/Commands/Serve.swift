// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import Sodium
import SyncServer
import TransparencyLog
import UnixSignals

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Answers devices until it is stopped.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var policy: PolicyOptions

  @Option(
    help: ArgumentHelp("The key of the cosignatures; made when it is not there.", valueName: "FILE")
  )
  var cosigner: String?

  func run() async throws {
    let configuration = try network.configuration()
    let policy = try policy.policy(names: network.names)
    let storage = try await store.open()
    let service = SyncService(
      storage: storage, cosigner: try loadCosigner(), policy: policy, now: Self.now,
      random: SystemRandom())
    var logger = Logger(label: "memo-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel =
      Settings().text(.logLevel).flatMap { Logger.Level(rawValue: $0) } ?? .info
    let server = try HTTPServer(
      service: service, configuration: configuration, logger: logger, random: SystemRandom(),
      onRunning: { [logger] port in logger.notice("ready", metadata: ["port": "\(port)"]) })
    let chores = Chores(service: service, folder: try store.folder(), logger: logger)
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: chores, successTerminationBehavior: .ignore), .init(service: server),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    ).run()
  }

  private func loadCosigner() throws -> CosignatureSigner {
    guard
      let path = try cosigner ?? Settings().text(.cosigner)
        ?? store.folder().map({ $0 + "/cosigner.key" })
    else {
      throw OperatorFailure(
        .usage, "with --s3, --cosigner is needed: every server has the same key")
    }
    return try CosignerFile.load(path, name: network.names.first ?? "memo-server")
  }

  @Sendable static func now() -> UInt64 { UInt64(max(0, Date().timeIntervalSince1970)) }
}
