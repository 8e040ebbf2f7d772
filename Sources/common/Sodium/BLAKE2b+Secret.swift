// SPDX-License-Identifier: Apache-2.0
import CSodium

extension BLAKE2b {
  /// Keyed hash of `message ‖ secret` into guarded memory, without the secret ever being copied out.
  public static func derive(
    key: SecretBytes, message: [UInt8], secret: SecretBytes
  ) throws -> SecretBytes {
    guard (16...64).contains(key.count) else { throw SodiumError.invalidLength }
    let size = crypto_generichash_blake2b_statebytes()
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer {
      Memory.wipe(memory)
      memory.deallocate()
    }
    guard let base = memory.baseAddress else { throw SodiumError.outOfMemory }
    let state = OpaquePointer(base)
    return try SecretBytes(count: 32) { output in
      key.withUnsafeBytes {
        _ = crypto_generichash_blake2b_init(state, $0.bytes, $0.count, 32)
      }
      crypto_generichash_blake2b_update(state, message, UInt64(message.count))
      secret.withUnsafeBytes {
        _ = crypto_generichash_blake2b_update(state, $0.bytes, UInt64($0.count))
      }
      crypto_generichash_blake2b_final(state, output.bytes, 32)
    }
  }
}
