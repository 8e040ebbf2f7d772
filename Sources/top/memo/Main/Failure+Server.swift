// SPDX-License-Identifier: Apache-2.0
import Remote
import SyncClient
import VaultKit

extension Failure {
  init(server failure: SyncFailure) {
    switch failure {
    case .unreachable, .refused(.unavailable), .refused(.broken), .refused(.tooMany):
      self.init(
        .unavailable, "unreachable", words.serverUnreachable, words.serverUnreachableHint)
    case .unexpected, .forged, .missingHere:
      self.init(.data, "unexpected", words.serverUnexpected, words.serverUnexpectedHint)
    case .refused(.unknownDevice), .refused(.badSignature), .refused(.noVault):
      self.init(
        .permission, "unknown-device", words.serverUnknownDevice, words.serverUnknownDeviceHint)
    case .refused(.revoked):
      self.init(.permission, "revoked", words.serverSaysRevoked, words.serverSaysRevokedHint)
    case .refused(.invitation):
      self.init(.permission, "invitation", words.serverInvitation, words.serverInvitationHint)
    case .refused(.notYours):
      self.init(.data, "not-yours", words.serverNotYours, words.serverNotYoursHint)
    case .refused(.quota):
      self.init(.unavailable, "quota", words.serverQuota, words.serverQuotaHint)
    case .refused(let code):
      self.init(
        .data, code.rawValue, words.serverRefusedThis + " (\(code.rawValue))",
        words.serverRefusedThisHint)
    }
  }

  init(address problem: ServerAddress.Problem) {
    switch problem {
    case .malformed:
      self.init(.usage, "address", words.serverAddressMalformed, words.serverAddressHint)
    case .insecure:
      self.init(.usage, "insecure", words.serverInsecure, words.serverInsecureHint)
    }
  }
}
