// SPDX-License-Identifier: Apache-2.0
import Foundation
import Sodium
import SyncServerS3
import Testing

/// A real store that `Scripts/storage-peers` started. An absent one is a skip that is seen, and a failure under CI.
enum S3Peer: String, Sendable {
  case seaweed = "MEMO_TEST_S3_SEAWEED"
  case rclone = "MEMO_TEST_S3_RCLONE"

  private static let variables = ProcessInfo.processInfo.environment

  /// Under CI each counts as there, so that a missing one fails.
  var isThere: Bool { Self.variables[rawValue] != nil || Self.variables["CI"] != nil }

  /// A store lasts longer than a run.
  static let run = Hex.encode(SystemRandom().bytes(4))

  func storage(bucket: String = "memo-test", secret: String = "memo-test-secret") throws
    -> S3Storage
  {
    let endpoint = try #require(Self.variables[rawValue], "start it with Scripts/storage-peers")
    let configuration = try S3Configuration(
      endpoint: endpoint, bucket: bucket, accessKey: "memo-test-key",
      secretKey: SecretBytes(copying: Array(secret.utf8)))
    return S3Storage(
      configuration,
      environment: S3Environment(
        now: { UInt64(Date().timeIntervalSince1970) }, random: SystemRandom()))
  }
}
