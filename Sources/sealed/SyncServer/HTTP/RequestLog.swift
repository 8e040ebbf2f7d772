// SPDX-License-Identifier: Apache-2.0
internal import Logging
internal import Remote
internal import Sodium

/// One line for each request: what it was and how it ended. No body, no path, no address, and instead of a vault a
/// hash under a key that lives as long as this process: lines of one vault belong together, and to nobody.
struct RequestLog: Sendable {
  private let logger: Logger
  private let key: SecretBytes

  init(logger: Logger, random: some RandomSource) throws {
    self.logger = logger
    key = try random.secret(32)
  }

  func write(
    endpoint: Endpoint?, name: String, status: Int, problem: ProblemDocument.Code?,
    seconds: Double, received: Int, sent: Int
  ) {
    var fields: Logger.Metadata = [
      "endpoint": "\(name)", "status": "\(status)", "ms": "\(Int(seconds * 1000))",
      "received": "\(received)", "sent": "\(sent)",
    ]
    if let problem { fields["problem"] = "\(problem.rawValue)" }
    if let vault = endpoint?.vault { fields["vault"] = "\(short(vault))" }
    logger.log(level: status >= 500 ? .error : .info, "request", metadata: fields)
  }

  func short(_ vault: VaultID) -> String {
    guard let hash = try? BLAKE2b.derive(key: key, message: vault.bytes, count: 32) else {
      return "-"
    }
    return hash.withUnsafeBytes { Hex.encode($0.prefix(6)) }
  }
}
