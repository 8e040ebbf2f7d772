// SPDX-License-Identifier: Apache-2.0
public import Remote
public import Sodium

/// What one device holds: its three signing keys, its K_dev, and the epoch keys (Format.md §2.3).
public struct KeyRing: Sendable {
  static let version: UInt8 = 1
  private static let seedCount = 32

  private let seeds: SecretBytes
  /// Signs heads.
  public let log: Ed25519.SigningKey
  /// Signs requests to a server.
  public let request: Ed25519.SigningKey
  /// Signs dossiers.
  public let dossier: Ed25519.SigningKey
  let deviceKey: SecretBytes
  /// Oldest first; the last one seals.
  public let epochs: [EpochKey]
  public let device: DeviceID

  /// A new device of the vault that `recovery` is of.
  public init(
    newDeviceOf recovery: RecoverySecret, epochs: [EpochKey], random: any RandomSource
  ) throws {
    let seeds = try random.secret(3 * Self.seedCount)
    let keys = try Self.signingKeys(seeds)
    let device = DeviceID(
      log: keys[0].publicKey, request: keys[1].publicKey, dossier: keys[2].publicKey)
    try self.init(
      seeds: seeds, deviceKey: recovery.deviceKey(device), epochs: epochs)
  }

  private init(seeds: SecretBytes, deviceKey: SecretBytes, epochs: [EpochKey]) throws {
    guard !epochs.isEmpty, epochs.count <= Int(UInt16.max) else { throw SealError.damaged }
    let keys = try Self.signingKeys(seeds)
    self.seeds = seeds
    self.deviceKey = deviceKey
    self.epochs = epochs
    (log, request, dossier) = (keys[0], keys[1], keys[2])
    device = DeviceID(log: log.publicKey, request: request.publicKey, dossier: dossier.publicKey)
  }

  private static func signingKeys(_ seeds: SecretBytes) throws -> [Ed25519.SigningKey] {
    try (0..<3).map { index in
      try Ed25519.SigningKey(
        seed: seeds.slice(index * seedCount..<(index + 1) * seedCount))
    }
  }

  func epoch(_ id: EpochID) throws -> EpochKey {
    guard let key = epochs.last(where: { $0.id == id }) else { throw SealError.unknownEpoch }
    return key
  }

  /// The epoch that seals now.
  func current() throws -> EpochKey {
    guard let key = epochs.last else { throw SealError.unknownEpoch }
    return key
  }

  /// The same device with these epochs.
  func holding(_ epochs: [EpochKey]) throws -> KeyRing {
    try KeyRing(seeds: seeds, deviceKey: deviceKey, epochs: epochs)
  }

  // MARK: Bytes

  func encoded() throws -> SecretBytes {
    let keys = [seeds, deviceKey] + epochs.map(\.secret)
    let header = [Self.version]
    let count = UInt16(epochs.count).littleEndianBytes
    let total = header.count + count.count + keys.reduce(0) { $0 + $1.count }
    return try SecretBytes(count: total) { output in
      var offset = 0
      func put(_ bytes: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: output[offset..<offset + bytes.count])
          .copyMemory(from: bytes)
        offset += bytes.count
      }
      header.withUnsafeBytes(put)
      seeds.withUnsafeBytes(put)
      deviceKey.withUnsafeBytes(put)
      count.withUnsafeBytes(put)
      for epoch in epochs { epoch.secret.withUnsafeBytes(put) }
    }
  }

  init(encoded bytes: SecretBytes) throws {
    let fixed = 1 + 4 * Self.seedCount + 2
    guard bytes.count > fixed else { throw SealError.damaged }
    let (version, count) = bytes.withUnsafeBytes {
      ($0[0], Int($0[fixed - 2]) | Int($0[fixed - 1]) << 8)
    }
    guard version == Self.version else { throw SealError.unknownVersion }
    guard count >= 1, bytes.count == fixed + count * EpochKey.count else {
      throw SealError.damaged
    }
    try self.init(
      seeds: bytes.slice(1..<1 + 3 * Self.seedCount),
      deviceKey: bytes.slice(1 + 3 * Self.seedCount..<1 + 4 * Self.seedCount),
      epochs: (0..<count).map { index in
        let start = fixed + index * EpochKey.count
        return try EpochKey(bytes.slice(start..<start + EpochKey.count))
      })
  }
}
