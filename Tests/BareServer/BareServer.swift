// SPDX-License-Identifier: Apache-2.0
import Hummingbird

/// One route that answers a constant: what `Scripts/measure-sync` holds the server's requests per second against.
@main
enum BareServer {
  static func main() async throws {
    let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8471
    let router = Router()
    router.get("/") { _, _ in "ok" }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }
}
