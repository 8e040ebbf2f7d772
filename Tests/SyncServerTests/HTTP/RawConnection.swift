// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes

/// A connection that says exactly what it is told to, right or wrong. Blocking: each has a thread of its own.
final class RawConnection: Sendable {
  private let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw POSIXError(.ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  /// - Returns: how many bytes went before the other side closed.
  @discardableResult
  func send(_ bytes: [UInt8]) async -> Int {
    await blocking { [descriptor] in
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          Foundation.send(
            descriptor, $0.baseAddress, min($0.count, 1 << 20), Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { break }
        sent += count
      }
      return sent
    }
  }

  func send(_ text: String) async { await send(Array(text.utf8)) }

  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Everything up to the end of the connection; `nil` when it does not end.
  func rest() async -> String? {
    await blocking { [descriptor] in
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = recv(descriptor, &piece, piece.count, 0)
        if count == 0 || (count < 0 && errno == ECONNRESET) {
          return String(decoding: bytes, as: UTF8.self)
        }
        guard count > 0 else { return nil }
        bytes += piece[..<count]
      }
    }
  }

  private func blocking<Outcome: Sendable>(
    _ body: @escaping @Sendable () -> Outcome
  ) async -> Outcome {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: body()) }
    }
  }
}

extension HTTPRequest {
  /// The head as it goes over the wire.
  func text(_ more: String...) -> String {
    let fields = headerFields.map { "\($0.name.rawName): \($0.value)" }
    return
      (["\(method.rawValue) \(path ?? "") HTTP/1.1", "Host: \(authority ?? "")"] + fields + more)
      .joined(separator: "\r\n") + "\r\n\r\n"
  }
}
