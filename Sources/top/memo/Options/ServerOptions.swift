// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncClient
import VaultKit

/// The network as the environment wants it.
enum Network {
  /// A network for one address, closed when the work is done.
  static func with<Result>(
    _ address: ServerAddress, _ body: (HTTPExchange) async throws -> Result
  ) async throws -> Result {
    let proxy: ProxyAddress?
    do {
      proxy = try ProxyAddress.from(ProcessInfo.processInfo.environment, for: address)
    } catch {
      throw Failure(address: error)
    }
    if address.isOnion, proxy?.kind != .socks {
      throw Failure(.usage, "onion", words.onionNeedsTor, words.onionNeedsTorHint)
    }
    let exchange = HTTPExchange(address, proxy: proxy)
    do {
      let result = try await body(exchange)
      await exchange.close()
      return result
    } catch {
      await exchange.close()
      throw error
    }
  }

  static func address(_ text: String) throws -> ServerAddress {
    do { return try ServerAddress(text) } catch { throw Failure(address: error) }
  }
}
