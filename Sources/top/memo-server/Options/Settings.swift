// SPDX-License-Identifier: Apache-2.0
import Configuration

/// What the command line does not say, from the environment: `MEMO_…`, and the names that S3 tools share.
struct Settings {
  /// `memo.listen` is `MEMO_LISTEN`.
  enum Key: String {
    case accessKey = "aws.access.key.id"
    case secretKey = "aws.secret.access.key"
    case bucket = "memo.bucket"
    case region = "memo.region"
    case s3 = "memo.s3"
    case s3Style = "memo.s3.style"
    case addressRate = "memo.address.rate"
    case cosigner = "memo.cosigner"
    case data = "memo.data"
    case erasureDelayDays = "memo.erasure.delay.days"
    case invitations = "memo.invitations"
    case listen = "memo.listen"
    case logLevel = "memo.log.level"
    case name = "memo.name"
    case quotaBytes = "memo.quota.bytes"
    case quotaObjects = "memo.quota.objects"
    case tlsCertificate = "memo.tls.certificate"
    case tlsKey = "memo.tls.key"
    case trustProxy = "memo.trust.proxy"
    case vaultRate = "memo.vault.rate"
  }

  private let reader = ConfigReader(provider: EnvironmentVariablesProvider())

  func text(_ key: Key) -> String? { reader.string(forKey: ConfigKey(key.rawValue)) }

  /// - Throws: ``OperatorFailure`` for what is there and no number, which must not pass for absent.
  func number(_ key: Key) throws -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), number >= 0 else { throw Self.unreadable(key) }
    return number
  }

  func flag(_ key: Key) throws -> Bool {
    switch text(key)?.lowercased() {
    case nil, "", "0", "false", "no": return false
    case "1", "true", "yes": return true
    default: throw Self.unreadable(key)
    }
  }

  /// Separated by commas.
  func list(_ key: Key) -> [String] {
    text(key)?.split(separator: ",").map { String($0.trimming { $0 == " " }) } ?? []
  }

  private static func unreadable(_ key: Key) -> OperatorFailure {
    let name = key.rawValue.replacing(".", with: "_").uppercased()
    return OperatorFailure(.usage, "\(name) in the environment cannot be read")
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> Substring {
    var text = drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
