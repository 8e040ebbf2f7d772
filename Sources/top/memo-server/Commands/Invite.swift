// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Sodium
import SyncServer
import SyncServerSQLite

struct Invite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a code with which one vault can be made.",
    discussion: "Works while the server runs; the code is good a few seconds later.")

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let invitation = NewInvitation(random: SystemRandom())
    do {
      try await StoredInvitations(storage: await store.open()).add(invitation.hash)
    } catch StorageOpeningError.busy {
      guard let folder = try store.folder() else { throw StorageError.unavailable }
      try InvitationSpool(folder: folder).add(invitation)
    }
    print(invitation.code)
  }
}
