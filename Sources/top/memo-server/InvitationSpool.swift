// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import SyncServer

/// Invitations made while the server holds the embedded store: a folder beside it, in which a file's name is the hash
/// of a code. Who may write there may read the store as well, so that it opens no door.
struct InvitationSpool {
  private let path: String

  init(folder: String) { path = folder + "/invitations" }

  func add(_ invitation: NewInvitation) throws {
    try Files.createFolder(path)
    try Files.create("\(path)/\(invitation.hash)", with: [])
  }

  func empty(into service: SyncService) async throws {
    guard Files.isFolder(path) else { return }
    for name in try Files.names(in: path) {
      if let invitation = NewInvitation.Hash(name) { try await service.accept(invitation) }
      try Files.remove("\(path)/\(name)")
    }
  }
}
