// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle
import SyncServer

/// What must happen though nobody asks: invitations that `invite` left are taken in, and orders to erase whose time
/// has come are carried out in vaults that no device visits.
struct Chores: Service {
  private static let invitationInterval = Duration.seconds(2)
  /// In rounds of invitations.
  private static let sweepInterval = 900

  let service: SyncService
  let folder: String?
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var round = 0
      while !Task.isCancelled {
        if let folder { await takeInvitations(folder) }
        if round.isMultiple(of: Self.sweepInterval) { await sweep() }
        round += 1
        try? await Task.sleep(for: Self.invitationInterval)
      }
    }
  }

  private func takeInvitations(_ folder: String) async {
    do {
      try await InvitationSpool(folder: folder).empty(into: service)
    } catch {
      logger.error("invitations could not be taken in")
    }
  }

  private func sweep() async {
    do {
      let count = try await service.sweep()
      if count > 0 { logger.notice("erased", metadata: ["orders": "\(count)"]) }
    } catch {
      logger.error("the sweep for due erasures failed")
    }
  }
}
