// SPDX-License-Identifier: Apache-2.0
internal import Sodium

extension [UInt8] {
  /// Canonical unpadded base64, the only one in a header.
  init(ageBase64 text: some StringProtocol) throws(AgeError) {
    do { self = try Base64.decode(text, .standardUnpadded) } catch { throw .headerFailure }
  }

  var ageBase64: String { Base64.encode(self, .standardUnpadded) }
}
