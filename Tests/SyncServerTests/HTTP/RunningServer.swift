// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle
import Sodium
import SyncServer
import SyncTestSupport
import Synchronization

/// A server on a free port, for as long as `body` runs.
enum RunningServer {
  static func with(
    _ scene: ServerScene, _ edit: (inout HTTPConfiguration) -> Void = { _ in },
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    var configuration = HTTPConfiguration()
    configuration.port = 0
    edit(&configuration)
    let (ports, source) = AsyncStream<Int>.makeStream()
    let server = try HTTPServer(
      service: scene.service, configuration: configuration, logger: logger,
      random: SystemRandom(), onRunning: { source.yield($0) })
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: [server], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask {
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else { return }
        do {
          try await body(port)
        } catch {
          await group.triggerGracefulShutdown()
          throw error
        }
        await group.triggerGracefulShutdown()
      }
      try await tasks.waitForAll()
    }
  }
}

/// Lines of a log, as one text.
struct CapturingLogHandler: LogHandler {
  final class Lines: Sendable {
    private let text = Mutex("")
    var all: String { text.withLock(\.self) }
    func add(_ line: String) { text.withLock { $0 += line + "\n" } }
  }

  let lines: Lines
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.add("\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])")
  }
}
