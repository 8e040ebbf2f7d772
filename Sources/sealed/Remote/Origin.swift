// SPDX-License-Identifier: Apache-2.0

/// The origin of a log's checkpoints, and the name of the key that signs them: `memo/<vault>/<device>/<log>`.
public struct Origin: Hashable, Sendable, CustomStringConvertible {
  public let vault: VaultID
  public let device: DeviceID
  public let log: LogID

  public init(vault: VaultID, device: DeviceID, log: LogID) {
    self.vault = vault
    self.device = device
    self.log = log
  }

  public var description: String { "memo/\(vault.base32)/\(device)/\(log)" }
}
