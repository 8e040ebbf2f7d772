// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import TransparencyLog

/// A head as it was posted: of a certified device, for its own log, signed by it, within what a revocation accepts.
struct PostedHead {
  /// In bytes: a head has a few hundred.
  private static let limit = 16 << 10

  let device: DeviceID
  let size: UInt64
  let root: SHA256Digest
  /// With the device's signature and no other: what else stood there is not ours to keep.
  let signed: SignedCheckpoint

  init(_ bytes: [UInt8], of log: LogID, in state: VaultState) throws {
    guard bytes.count <= Self.limit else { throw Refused(.tooLarge) }
    let posted = try SignedCheckpoint(parsing: bytes)
    let checkpoint = posted.checkpoint
    guard checkpoint.extensions.isEmpty, checkpoint.size > 0, checkpoint.size < 1 << 53 else {
      throw Refused(.refused)
    }
    let owner = state.devices.first { id, _ in
      Origin(vault: state.vault, device: id, log: log).description == checkpoint.origin
    }
    guard let (device, known) = owner else { throw Refused(.refused) }
    let verifier = try NoteVerifier(
      name: checkpoint.origin, publicKey: known.certificate.log)
    try posted.verify(by: verifier)
    self.device = device
    size = checkpoint.size
    root = checkpoint.root
    guard
      let line = posted.note.signatures.first(where: {
        $0.name == verifier.name && $0.keyID == verifier.keyID
      })
    else { throw Refused(.refused) }
    signed = try SignedCheckpoint(parsing: posted.note.bytes + [0x0A] + line.line + [0x0A])
    try signed.verify(by: verifier)
    try requireAccepted(log, by: known.revocation)
  }

  /// What a device that was revoked wrote before its cut-off can still be pushed, by another one.
  private func requireAccepted(_ log: LogID, by revocation: DeviceRevocation?) throws {
    guard let revocation else { return }
    let end = revocation.logs.first { $0.log == log }
    guard size <= end?.size ?? 0 else { throw Refused(.refused) }
    if size == end?.size, root != end?.root { throw Refused(.fork) }
  }
}
