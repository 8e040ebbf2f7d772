// SPDX-License-Identifier: Apache-2.0
public import Remote

/// Lies about which boot records and logs there are.
extension Lie {
  /// Everything as it was when it was first asked.
  public static let oldState = heads("old state") { _, exchange in exchange.earlierHeads() }

  public static let oldBoots = heads("old boot records") { heads, exchange in
    exchange.earlierHeads().map { heads.with(boots: $0.boots) }
  }

  /// All but the newest boot record.
  public static let withoutNewestBoot = heads("the newest boot record withheld") { heads, _ in
    let newest = heads.boots.map(\.counter).max()
    return heads.with(boots: heads.boots.filter { $0.counter != newest })
  }

  public static func oldHead(of log: LogID) -> Lie {
    heads("old head of one log") { heads, exchange in
      let old = exchange.earlierHeads { $0.logs.contains { $0.log == log } }?.logs
      guard let head = old?.first(where: { $0.log == log }) else { return nil }
      return heads.with(logs: heads.logs.map { $0.log == log ? head : $0 })
    }
  }

  public static func withholding(_ log: LogID) -> Lie {
    heads("a log withheld") { heads, _ in heads.with(logs: heads.logs.filter { $0.log != log }) }
  }

  /// The head of one log becomes another one.
  public static func head(
    of log: LogID, _ name: String,
    _ change: @escaping @Sendable (RemoteHeads.Log) throws -> RemoteHeads.Log
  ) -> Lie {
    heads(name) { heads, _ in
      heads.with(logs: try heads.logs.map { $0.log == log ? try change($0) : $0 })
    }
  }

  /// A log that nobody pushed.
  public static func planting(_ log: RemoteHeads.Log) -> Lie {
    heads("a planted log") { heads, _ in heads.with(logs: heads.logs + [log]) }
  }

  /// A boot record that nobody pushed.
  public static func planting(_ boot: [UInt8], as name: BootName) -> Lie {
    heads("a planted boot record") { heads, exchange in
      exchange.plant(boot, as: name)
      return heads.with(boots: heads.boots + [name])
    }
  }

  static func heads(
    _ name: String,
    _ change: @escaping @Sendable (RemoteHeads, LyingExchange) async throws -> RemoteHeads?
  ) -> Lie {
    message(name, of: \.isHeads, as: RemoteHeads.self, change)
  }
}

extension RemoteHeads {
  func with(boots: [BootName]? = nil, logs: [Log]? = nil) -> RemoteHeads {
    RemoteHeads(
      boots: boots ?? self.boots, logs: logs ?? self.logs, erasures: erasures, time: time)
  }
}

extension RemoteHeads.Log {
  /// The same, but for what is given.
  public func with(
    device: DeviceID? = nil, size: UInt64? = nil, checkpoint: [UInt8]? = nil
  ) -> RemoteHeads.Log {
    RemoteHeads.Log(
      log: log, device: device ?? self.device, size: size ?? self.size,
      checkpoint: checkpoint ?? self.checkpoint)
  }
}
