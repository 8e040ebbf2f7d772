// SPDX-License-Identifier: Apache-2.0
import CSodium

/// First acts of `main`, before any secret exists.
public enum ProcessHardening {
  /// Sets the core limit to 0, `PR_SET_DUMPABLE` to 0 and initializes libsodium.
  /// - Throws: ``SodiumError/initialization``.
  public static func apply() throws {
    guard memo_forbid_dumps() == 0, sodium_init() >= 0 else { throw SodiumError.initialization }
  }
}
